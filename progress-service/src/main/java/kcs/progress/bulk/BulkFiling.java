package kcs.progress.bulk;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.checkpoints.CheckpointStore;
import kcs.progress.health.HealthKeeper;
import kcs.progress.known.KnownTask;
import kcs.progress.known.KnownTasks;
import kcs.progress.submissions.SubmissionChecks;
import kcs.progress.submissions.SubmissionStore;

/** An agency's whole cycle in one request: every row is right and all are filed, or nothing is. */
@Singleton
class BulkFiling {
    private static final String PERIOD = "SELECT period FROM cycle WHERE id = ?";

    private final Sql sql;
    private final CheckpointStore checkpoints;
    private final SubmissionStore submissions;
    private final SubmissionChecks checks;
    private final KnownTasks tasks;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    BulkFiling(
            Sql sql,
            CheckpointStore checkpoints,
            SubmissionStore submissions,
            SubmissionChecks checks,
            KnownTasks tasks,
            HealthKeeper health,
            Outbox outbox,
            Idempotency idempotency,
            Clock clock) {
        this.sql = sql;
        this.checkpoints = checkpoints;
        this.submissions = submissions;
        this.checks = checks;
        this.tasks = tasks;
        this.health = health;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** A row with the checkpoint that it is for, filed in memory. */
    private record Filed(FileInBulk.Row row, Checkpoint checkpoint, Checkpoint.Step step) {
        CheckpointStore.Taken taken() {
            return new CheckpointStore.Taken(checkpoint, step);
        }

        SubmissionStore.Version version() {
            return new SubmissionStore.Version(checkpoint, row.submission());
        }
    }

    /**
     * Files all rows.
     *
     * @param dryRun whether only to say what would come of it
     * @throws ProblemException 404 when there is no such cycle; 422 naming everything that is wrong, row by row
     */
    @Transactional
    Reply file(String cycle, Change<FileInBulk> change, boolean dryRun) {
        String period =
                sql.one(PERIOD, row -> row.getString(1), cycle).orElseThrow(() -> ProblemException.notFound(cycle));
        if (change.caller().agency() == null) {
            throw ProblemException.forbidden();
        }
        List<FileInBulk.Row> rows = change.command().items();
        return idempotency.once(change, () -> {
            List<Filed> filed = filed(rows, period, change.caller());
            if (!dryRun) {
                keep(filed, change.caller());
            }
            return idempotency.reply(200, null, 0, report(filed, dryRun));
        });
    }

    private List<Filed> filed(List<FileInBulk.Row> rows, String period, Caller caller) {
        Map<String, Checkpoint> found = found(rows, period, caller);
        Set<String> codes = new TreeSet<>();
        rows.forEach(row -> codes.add(row.task()));
        Map<String, KnownTask> known = tasks.tasks(codes);
        List<FieldError> errors = new ArrayList<>();
        List<Filed> filed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Instant now = clock.instant();
        for (int i = 0; i < rows.size(); i++) {
            FileInBulk.Row row = rows.get(i);
            String at = "/items/" + i;
            Checkpoint checkpoint = found.get(row.task());
            if (!seen.add(row.task())) {
                errors.add(FieldError.of(at + "/task", "named-twice", row.task()));
            } else if (checkpoint == null) {
                errors.add(FieldError.of(at + "/task", "nothing-expected", row.task(), period));
            } else if (row.version() != null && row.version() != checkpoint.version()) {
                errors.add(FieldError.of(at, "stale"));
            } else {
                errors.addAll(
                        checks.errors(checkpoint.id(), known.get(row.task()), row.submission(), at + "/submission"));
                step(checkpoint, caller, now, at, errors)
                        .ifPresent(step -> filed.add(new Filed(row, checkpoint, step)));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
        return filed;
    }

    private Map<String, Checkpoint> found(List<FileInBulk.Row> rows, String period, Caller caller) {
        List<String> ids = rows.stream()
                .map(row -> row.task() + "." + period + "." + caller.agency())
                .distinct()
                .toList();
        Map<String, Checkpoint> byTask = new HashMap<>();
        for (Checkpoint checkpoint : checkpoints.forChange(ids)) {
            if (CheckpointRights.files(caller, checkpoint.duty())) {
                byTask.put(checkpoint.duty().task(), checkpoint);
            }
        }
        return byTask;
    }

    private static Optional<Checkpoint.Step> step(
            Checkpoint checkpoint, Caller caller, Instant now, String at, List<FieldError> errors) {
        try {
            return Optional.of(checkpoint.file(caller.subject(), now));
        } catch (ProblemException refused) {
            errors.add(FieldError.of(at, refused));
            return Optional.empty();
        }
    }

    private void keep(List<Filed> filed, Caller caller) {
        List<OutboxEvent> events = new ArrayList<>(
                checkpoints.keepAll(filed.stream().map(Filed::taken).toList(), caller));
        submissions.addAll(filed.stream().map(Filed::version).toList(), caller);
        Set<String> codes = filed.stream().map(one -> one.row().task()).collect(Collectors.toCollection(TreeSet::new));
        events.addAll(health.refresh(codes, caller, null));
        outbox.append(events);
    }

    private static BulkReport report(List<Filed> filed, boolean dryRun) {
        List<BulkReport.Line> lines = filed.stream()
                .map(one -> new BulkReport.Line(
                        one.row().task(),
                        one.checkpoint().id(),
                        one.checkpoint().status(),
                        one.checkpoint().version()))
                .toList();
        return new BulkReport(dryRun, dryRun ? 0 : filed.size(), lines);
    }
}
