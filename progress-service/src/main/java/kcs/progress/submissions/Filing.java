package kcs.progress.submissions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.checkpoints.CheckpointStore;
import kcs.progress.health.HealthKeeper;
import kcs.progress.known.KnownTask;
import kcs.progress.known.KnownTasks;

/** What an agency does with one checkpoint: files, corrects, withdraws. */
@Singleton
class Filing {
    private final CheckpointStore checkpoints;
    private final CheckpointRights rights;
    private final SubmissionStore submissions;
    private final SubmissionChecks checks;
    private final Drafts drafts;
    private final KnownTasks tasks;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    Filing(
            CheckpointStore checkpoints,
            CheckpointRights rights,
            SubmissionStore submissions,
            SubmissionChecks checks,
            Drafts drafts,
            KnownTasks tasks,
            HealthKeeper health,
            Outbox outbox,
            Idempotency idempotency,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.rights = rights;
        this.submissions = submissions;
        this.checks = checks;
        this.drafts = drafts;
        this.tasks = tasks;
        this.health = health;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Transactional
    Reply file(String id, Change<SubmissionContent> change) {
        Checkpoint checkpoint = forFiling(id, change.caller());
        SubmissionContent content = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(checkpoint.version());
            Checkpoint.Step step = checkpoint.file(change.caller().subject(), clock.instant());
            require(checkpoint, content, "");
            return kept(checkpoint, step, content, null, change.caller());
        });
    }

    @Transactional
    Reply correct(String id, Change<CorrectSubmission> change) {
        Checkpoint checkpoint = forFiling(id, change.caller());
        CorrectSubmission command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(checkpoint.version());
            Checkpoint.Step step = checkpoint.correct(change.caller().subject(), command.reason(), clock.instant());
            SubmissionContent content = command.submission() == null ? draft(id) : command.submission();
            require(checkpoint, content, command.submission() == null ? "" : "/submission");
            return kept(checkpoint, step, content, command.reason(), change.caller());
        });
    }

    @Transactional
    Reply withdraw(String id, Change<Withdraw> change) {
        Checkpoint checkpoint = forFiling(id, change.caller());
        Withdraw command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(checkpoint.version());
            Checkpoint.Step step = checkpoint.withdraw(command.reason(), clock.instant());
            return told(checkpoint, checkpoints.keep(checkpoint, step, change.caller()), change.caller());
        });
    }

    private Checkpoint forFiling(String id, Caller caller) {
        Checkpoint checkpoint = checkpoints.forChange(id);
        CheckpointRights.requireFiling(caller, checkpoint.duty());
        return checkpoint;
    }

    private SubmissionContent draft(String id) {
        return drafts.find(id)
                .map(Drafts.Saved::content)
                .orElseThrow(() -> ProblemException.invalid(FieldError.of("/submission", "no-draft")));
    }

    private void require(Checkpoint checkpoint, SubmissionContent content, String at) {
        List<FieldError> errors = checks.errors(checkpoint.id(), task(checkpoint, content), content, at);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }

    /** The task is only looked at for its indicators. */
    private KnownTask task(Checkpoint checkpoint, SubmissionContent content) {
        String code = checkpoint.duty().task();
        return content.measurements().isEmpty()
                ? null
                : tasks.tasks(Set.of(code)).get(code);
    }

    private Reply kept(
            Checkpoint checkpoint, Checkpoint.Step step, SubmissionContent content, String correction, Caller caller) {
        OutboxEvent event = checkpoints.keep(checkpoint, step, caller);
        submissions.add(checkpoint, content, correction, caller);
        return told(checkpoint, event, caller);
    }

    private Reply told(Checkpoint checkpoint, OutboxEvent event, Caller caller) {
        List<OutboxEvent> events = new ArrayList<>(List.of(event));
        events.addAll(health.refresh(Set.of(checkpoint.duty().task()), caller, null));
        outbox.append(events);
        return idempotency.reply(
                201, "/api/v1/checkpoints/" + checkpoint.id(), checkpoint.version(), rights.view(checkpoint, caller));
    }
}
