package kcs.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kcs.chassis.time.Seoul;

/** What agencies owe, laid straight into the tables: for tests of what follows from it, not of how it comes about. */
public final class Duties {
    public static final LocalDate TODAY = Seoul.today(Clock.systemUTC());

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String plan = "DUTY-" + NEXT.incrementAndGet();
    private final String agency =
            "DU" + Integer.toString(NEXT.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    private int tasks;
    private int cycles;

    /** A plan of its own, and an agency that reports. */
    public Duties() {
        OwnerSql.run("INSERT INTO known_plan VALUES ('%s', '{\"ko\": \"계획\"}', 0, 0)".formatted(plan));
        OwnerSql.run("""
                INSERT INTO known_agency (code, names, reports, status, epoch, sequence) VALUES ('%s',
                    '[{"name": {"ko": "의무청"}, "shortName": {"ko": "의무청"}, "validFrom": null}]',
                    true, 'ACTIVE', 0, 0)""".formatted(agency));
    }

    public String agency() {
        return agency;
    }

    public String plan() {
        return plan;
    }

    /** A task in which the agency is a partner; not in progress, or each cycle would ask for it by itself. */
    public String task(String visibility) {
        String task = plan + "-" + ++tasks;
        OwnerSql.run("""
                INSERT INTO known_task VALUES ('%s', '%s', '{"ko": "과제 %s", "en": "Task %s"}', '%s', '{KCS,%s}',
                    '[{"agency": "%s", "role": "PARTNER"}]', 'SELECTED', NULL, NULL, '[]', '[]', 0, 0)""".formatted(task, plan, task, task, visibility, agency, agency));
        return task;
    }

    /** A cycle that is open and due on a day; it locks thirty days later. */
    public String cycle(LocalDate dueOn) {
        String period = "20%02d-%02d".formatted(cycles / 12, cycles % 12 + 1);
        cycles++;
        OwnerSql.run("""
                INSERT INTO cycle VALUES ('%s-%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s',
                    '{"movedBecause": [], "calendarVersion": "test"}', '%s', NULL, 'OPEN', 0, now())""".formatted(
                        plan,
                        period,
                        plan,
                        period,
                        dueOn.minusDays(90),
                        dueOn.minusDays(1),
                        dueOn.minusDays(60),
                        dueOn,
                        dueOn,
                        dueOn.plusDays(30)));
        return plan + "-" + period;
    }

    /** What the agency owes for a public task by a day, since long. */
    public String open(LocalDate dueOn) {
        return open(task("PUBLIC"), cycle(dueOn));
    }

    /** What the agency owes for a task in a cycle, since long before it is due. */
    public String open(String task, String cycle) {
        String period = cycle.substring(plan.length() + 1);
        String id = task + "." + period + "." + agency;
        OwnerSql.run("""
                INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                    version, changed_at)
                SELECT '%s', id, plan, period, '%s', '%s', 'PARTNER', '{"name": {"ko": "의무청"}}', 'OPEN', due_on,
                    locks_on, 1, opens_on FROM cycle WHERE id = '%s'""".formatted(id, task, agency, cycle));
        return id;
    }

    /** Changes a checkpoint as the owner may. */
    public static void set(String checkpoint, String assignments) {
        OwnerSql.run("UPDATE checkpoint SET %s WHERE id = '%s'".formatted(assignments, checkpoint));
    }

    /** It was filed on a day, by somebody. */
    public static void submit(String checkpoint, LocalDate day) {
        set(
                checkpoint,
                "status = 'SUBMITTED', latest_no = 1, submitted_by = 'reporter-x', version = version + 1,"
                        + " first_submitted_at = '%sT03:00:00Z', last_submitted_at = '%sT03:00:00Z'"
                                .formatted(day, day));
    }

    /** It was filed in time and came back. */
    public static void giveBack(String checkpoint, LocalDate dueOn) {
        submit(checkpoint, TODAY.minusDays(60));
        set(checkpoint, "status = 'RETURNED', returned_due_on = '%s', reason = '보완'".formatted(dueOn));
    }
}
