package kcs.progress.assessments;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.health.HealthKeeper;

/** Assesses whole tasks (종합의견). */
@Singleton
class AssessmentService {
    private static final String NAMED = """
            SELECT t.plan AS task_plan, t.visibility, c.plan AS cycle_plan, c.status
            FROM (VALUES (?, ?)) AS named (task, cycle)
            LEFT JOIN known_task t ON t.code = named.task LEFT JOIN cycle c ON c.id = named.cycle""";

    /** Two assessments of one task in one cycle, and a submission in it, come one after the other. */
    private static final String LOCK =
            "SELECT id FROM checkpoint WHERE cycle = ? AND task = ? ORDER BY id FOR NO KEY UPDATE";

    private static final String OWN =
            "SELECT no FROM submission WHERE checkpoint = ANY (?) AND submitted_by = ? LIMIT 1";

    private static final String KEEP = """
            UPDATE assessment SET replaced_at = ? WHERE task = ? AND cycle = ? AND in_force;
            INSERT INTO assessment (id, cycle, task, health, reason, visibility, assessed_at, assessed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    AssessmentService(Sql sql, HealthKeeper health, Outbox outbox, Idempotency idempotency, Clock clock) {
        this.sql = sql;
        this.health = health;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** What the task and the cycle that are named are; null where there is none. */
    private record Named(String taskPlan, String visibility, String cyclePlan, String status) {}

    /** Says how a task went in a cycle. What was said of both before stays readable, and is replaced. */
    @Transactional
    Reply assess(Change<Assess> change) {
        Assess command = change.command();
        return idempotency.once(change, () -> {
            Named named = named(command);
            List<String> checkpoints = checkpoints(command);
            requireAnotherPerson(command.task(), checkpoints, change.caller());
            AssessmentView made = keep(command, named.visibility(), change.caller());
            outbox.append(health.refresh(List.of(command.task()), change.caller(), command.reason()));
            return idempotency.reply(201, "/api/v1/assessments/" + made.id(), made.version(), made);
        });
    }

    private Named named(Assess command) {
        Named named = sql.one(
                        NAMED,
                        row -> new Named(
                                row.getString("task_plan"),
                                row.getString("visibility"),
                                row.getString("cycle_plan"),
                                row.getString("status")),
                        command.task(),
                        command.cycle())
                .orElseThrow();
        if (named.taskPlan() == null) {
            throw ProblemException.invalid(FieldError.of("/task", "unknown-task", command.task()));
        }
        if (named.cyclePlan() == null) {
            throw ProblemException.invalid(FieldError.of("/cycle", "unknown-cycle", command.cycle()));
        }
        if (!named.cyclePlan().equals(named.taskPlan())) {
            throw ProblemException.invalid(FieldError.of("/cycle", "cycle-of-another-plan", named.taskPlan()));
        }
        if (named.status().equals("PLANNED")) {
            throw ProblemException.invalid(FieldError.of("/cycle", "cycle-not-begun", command.cycle()));
        }
        return named;
    }

    private List<String> checkpoints(Assess command) {
        List<String> checkpoints = sql.list(LOCK, row -> row.getString("id"), command.cycle(), command.task());
        if (checkpoints.isEmpty()) {
            throw ProblemException.invalid(FieldError.of("/cycle", "no-checkpoint", command.task()));
        }
        return checkpoints;
    }

    /** The one who reports must not grade as well. */
    private void requireAnotherPerson(String task, List<String> checkpoints, Caller caller) {
        boolean own = sql.one(OWN, row -> row.getInt("no"), checkpoints.toArray(String[]::new), caller.subject())
                .isPresent();
        if (own) {
            throw new ProblemException(403, "own-submission", task);
        }
    }

    private AssessmentView keep(Assess command, String visibility, Caller actor) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        sql.change(
                KEEP,
                now,
                command.task(),
                command.cycle(),
                id,
                command.cycle(),
                command.task(),
                command.health(),
                command.reason(),
                visibility,
                now,
                actor.subject());
        return new AssessmentView(
                id,
                command.cycle(),
                command.task(),
                command.health(),
                command.reason(),
                true,
                now,
                null,
                actor.subject());
    }
}
