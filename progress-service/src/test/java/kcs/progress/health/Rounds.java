package kcs.progress.health;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import kcs.progress.OwnerSql;

/** Plans, tasks, cycles and checkpoints for tests, written by the owner of the database. Each test has a plan of its own. */
public final class Rounds {
    private static final AtomicInteger PLANS = new AtomicInteger();

    public final String plan = "HEALTH-" + PLANS.incrementAndGet();
    private final LocalDate today;
    private int tasks;

    public Rounds(LocalDate today) {
        this.today = today;
        run("INSERT INTO known_plan VALUES ('%s', '{\"ko\": \"계획\"}', 1, 1)", plan);
    }

    /** A public task in progress in which KCS leads and DAPA is a partner; MOTIE is involved only. */
    public String task() {
        return task("PUBLIC");
    }

    public String task(String visibility) {
        String code = "%s-%02d".formatted(plan, ++tasks);
        run(
                "INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones,"
                        + " indicators, epoch, sequence) VALUES ('%s', '%s', '{\"ko\": \"과제\"}', '%s',"
                        + " '{KCS,DAPA,MOTIE}', '[{\"agency\": \"KCS\", \"role\": \"LEAD\"}, {\"agency\": \"DAPA\","
                        + " \"role\": \"PARTNER\"}]', 'IN_PROGRESS', '[]', '[]', 1, 1)",
                code, plan, visibility);
        return code;
    }

    /** Fills in as many tasks as there is room for, each with an open checkpoint of both agencies in the cycle. */
    public void tasks(String[] codes, String cycle) {
        String first = task();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = "%s-M%d".formatted(plan, i);
        }
        run(
                "INSERT INTO known_task (code, plan, title, visibility, participants, reporting, status, milestones,"
                        + " indicators, epoch, sequence) SELECT plan || '-M' || n, plan, title, visibility, participants,"
                        + " reporting, status, milestones, indicators, 1, 1 FROM known_task, generate_series(0, %d) AS n"
                        + " WHERE code = '%s'",
                codes.length - 1, first);
        run(
                "INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,"
                        + " version, changed_at) SELECT t.code || '.' || c.period || '.' || a.agency, c.id, c.plan,"
                        + " c.period, t.code, a.agency, 'PARTNER', '{\"name\": {\"ko\": \"기관\"}}', 'OPEN', c.due_on, c.locks_on, 1, now()"
                        + " FROM known_task t, cycle c, (VALUES ('KCS'), ('DAPA')) AS a (agency)"
                        + " WHERE t.code LIKE '%s-M%%' AND c.id = '%s'",
                plan, cycle);
    }

    public void change(String task, String assignments) {
        run("UPDATE known_task SET %s WHERE code = '%s'", assignments, task);
    }

    /** A cycle of a quarter of 2024 that is due in so many days from today, or was so many days ago. */
    public String cycle(String period, String status, int dueInDays) {
        LocalDate due = today.plusDays(dueInDays);
        int quarter = Integer.parseInt(period.substring(5));
        LocalDate ends = LocalDate.of(2024, quarter * 3, 1).plusMonths(1).minusDays(1);
        String id = plan + "-" + period;
        run(
                "INSERT INTO cycle (id, plan, period, period_starts_on, period_ends_on, opens_on, nominal_due_on, due_on,"
                        + " due_derivation, locks_on, status, version, changed_at) VALUES ('%s', '%s', '%s', '%s', '%s',"
                        + " '%s', '%s', '%s', '{}', '%s', '%s', 1, now())",
                id, plan, period, ends.minusMonths(3), ends, due.minusDays(30), due, due, due.plusDays(10), status);
        return id;
    }

    public void close(String cycle) {
        run("UPDATE cycle SET status = 'CLOSED' WHERE id = '%s'", cycle);
    }

    /** An open checkpoint. */
    public String checkpoint(String task, String cycle, String agency) {
        String period = cycle.substring(plan.length() + 1);
        String id = task + "." + period + "." + agency;
        run(
                "INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,"
                        + " version, changed_at) SELECT '%s', id, plan, period, '%s', '%s', 'PARTNER', '{\"name\": {\"ko\": \"기관\"}}', 'OPEN', due_on,"
                        + " locks_on, 1, now() FROM cycle WHERE id = '%s'",
                id, task, agency, cycle);
        return id;
    }

    public void file(String checkpoint, String person) {
        run(
                "UPDATE checkpoint SET status = 'SUBMITTED', first_submitted_at = now(), last_submitted_at = now(),"
                        + " latest_no = 1, submitted_by = '%s' WHERE id = '%s'",
                person, checkpoint);
        run(
                "INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, content, submitted_at, submitted_by)"
                        + " SELECT id, 1, task, agency, 'PROGRESS', 'PROXY', '{}', now(), '%s' FROM checkpoint"
                        + " WHERE id = '%s'",
                person, checkpoint);
    }

    /** @param percent null where none is stated */
    public void accept(String checkpoint, Integer percent, String declared) {
        run(
                "UPDATE checkpoint SET status = 'ACCEPTED', first_submitted_at = coalesce(first_submitted_at, now()),"
                        + " latest_no = 1, accepted_no = 1, accepted_percent = %s, accepted_health = %s WHERE id = '%s'",
                percent, declared == null ? "NULL" : "'" + declared + "'", checkpoint);
    }

    public static void waive(String checkpoint) {
        run("UPDATE checkpoint SET status = 'WAIVED' WHERE id = '%s'", checkpoint);
    }

    public static void extend(String checkpoint, LocalDate until) {
        run("UPDATE checkpoint SET extended_due_on = '%s' WHERE id = '%s'", until, checkpoint);
    }

    private static void run(String sql, Object... arguments) {
        OwnerSql.run(sql.formatted(arguments));
    }
}
