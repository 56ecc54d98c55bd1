package kcs.progress.checkpoints;

import java.time.LocalDate;
import kcs.chassis.paging.ListSpec;
import kcs.progress.timeliness.Timeliness;

/** What lists of checkpoints may be asked. How a checkpoint that nobody filed stands depends on the day. */
final class CheckpointLists {

    /**
     * The same as {@link Timeliness}, for the two halves that have an index each: what was filed, and what was not. A test
     * holds it against the Java. Found once as an array: as a set it is joined again for every row.
     */
    private static final String TIMELINESS = """
            c.id = ANY (ARRAY (
                WITH wanted AS NOT MATERIALIZED (SELECT ?::text[] AS words)
                SELECT f.id FROM wanted JOIN checkpoint f ON f.filed = ANY (wanted.words)
                UNION ALL
                SELECT u.id FROM wanted
                JOIN checkpoint u ON u.first_submitted_at IS NULL AND u.status <> 'WAIVED'
                JOIN cycle uy ON uy.id = u.cycle
                WHERE CASE WHEN DATE '%1$s' <= greatest(u.due_on, u.extended_due_on) THEN 'NOT_DUE'
                           WHEN uy.status <> 'CLOSED' AND DATE '%1$s' <= u.locks_on THEN 'OVERDUE'
                           ELSE 'MISSED' END = ANY (wanted.words)))""";

    private CheckpointLists() {}

    static ListSpec on(LocalDate today) {
        return ListSpec.of(CheckpointRows.FROM, "id", "c.id")
                .sort("dueOn", "greatest(c.due_on, c.extended_due_on)")
                .sort("changedAt", "c.changed_at")
                .sort("lastSubmittedAt", "coalesce(c.last_submitted_at, TIMESTAMPTZ '1970-01-01 00:00:00Z')")
                .sort("task", "c.task")
                .sort("agency", "c.agency")
                .sort("status", "c.status")
                .filter("cycle", "c.cycle = ANY (?)")
                .filter("plan", "c.plan = ANY (?)")
                .filter("period", "c.period = ANY (?)")
                .filter("task", "c.task = ANY (?)")
                .filter("agency", "c.agency = ANY (?)")
                .filter("role", "c.role = ANY (?)")
                .filter("status", "c.status = ANY (?)", CheckpointStatus.class)
                .filter("timeliness", TIMELINESS.formatted(today), Timeliness.class)
                .build();
    }
}
