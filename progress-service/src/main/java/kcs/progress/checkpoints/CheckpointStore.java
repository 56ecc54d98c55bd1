package kcs.progress.checkpoints;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Finds checkpoints for a change and keeps what came of it, each with a line of its history. */
@Singleton
public class CheckpointStore {
    private static final String LOCK = "SELECT " + CheckpointRows.COLUMNS + " FROM " + CheckpointRows.FROM
            + " WHERE c.id = ANY (?) ORDER BY c.id FOR NO KEY UPDATE OF c";

    private static final String KEEP = """
            WITH kept AS (
                UPDATE checkpoint SET status = ?, extended_due_on = ?, returned_due_on = ?, first_submitted_at = ?,
                    last_submitted_at = ?, latest_no = nullif(?, 0), accepted_no = ?, accepted_percent = ?,
                    accepted_health = ?, submitted_by = ?, reason = ?, version = ?, changed_at = ? WHERE id = ?)
            INSERT INTO checkpoint_history (checkpoint, version, agency, at, actor, actor_agency, action, from_status,
                to_status, submission_no, reason, comments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final Sql sql;
    private final CheckpointRows rows;
    private final ColumnJson json;

    /** A checkpoint, and the step that it has taken. */
    public record Taken(Checkpoint checkpoint, Checkpoint.Step step) {}

    CheckpointStore(Sql sql, CheckpointRows rows, ColumnJson json) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
    }

    /**
     * The checkpoint, locked until the transaction ends.
     *
     * @throws ProblemException 404 when there is none that the caller may see, 403 when the caller sees it only
     */
    public Checkpoint forChange(String id) {
        List<Checkpoint> found = forChange(List.of(id));
        if (found.isEmpty()) {
            throw sql.one("SELECT FROM checkpoint WHERE id = ?", row -> id, id).isPresent()
                    ? ProblemException.forbidden()
                    : ProblemException.notFound(id);
        }
        return found.get(0);
    }

    /** Those of the checkpoints that the caller may change, locked in the order of their ids. */
    public List<Checkpoint> forChange(Collection<String> ids) {
        return sql.list(LOCK, rows::checkpoint, (Object) ids.toArray(String[]::new));
    }

    /** Keeps a step and returns the event that tells of it. */
    public OutboxEvent keep(Checkpoint checkpoint, Checkpoint.Step step, Caller actor) {
        return keep(checkpoint, step, actor, List.of());
    }

    /** Keeps a step with what a reviewer wrote to each section. */
    public OutboxEvent keep(Checkpoint checkpoint, Checkpoint.Step step, Caller actor, List<?> comments) {
        sql.change(KEEP, parameters(checkpoint, step, actor, comments));
        return CheckpointEvents.taken(checkpoint, step, actor);
    }

    /** Keeps steps of many checkpoints at once and returns the events that tell of them. */
    public List<OutboxEvent> keepAll(List<Taken> steps, Caller actor) {
        sql.changeEach(
                KEEP,
                steps.stream()
                        .map(taken -> parameters(taken.checkpoint(), taken.step(), actor, List.of()))
                        .toList());
        return steps.stream()
                .map(taken -> CheckpointEvents.taken(taken.checkpoint(), taken.step(), actor))
                .toList();
    }

    private Object[] parameters(Checkpoint checkpoint, Checkpoint.Step step, Caller actor, List<?> comments) {
        Filed filed = checkpoint.filed();
        Checkpoint.Standing now = checkpoint.standing();
        return new Object[] {
            now.status(),
            now.extendedDueOn(),
            now.returnedDueOn(),
            filed.firstAt(),
            filed.lastAt(),
            filed.latestNo(),
            filed.acceptedNo(),
            filed.acceptedPercent(),
            filed.acceptedHealth(),
            filed.by(),
            now.reason(),
            now.version(),
            now.changedAt(),
            checkpoint.id(),
            checkpoint.id(),
            now.version(),
            checkpoint.duty().agency(),
            now.changedAt(),
            actor.subject(),
            actor.agency(),
            step.action(),
            step.from(),
            step.to(),
            filed.latestNo() == 0 ? null : filed.latestNo(),
            step.reason(),
            json.text(comments)
        };
    }
}
