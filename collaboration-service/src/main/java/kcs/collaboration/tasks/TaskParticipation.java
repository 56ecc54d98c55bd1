package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;

/** Who takes part in a task. */
@Singleton
class TaskParticipation {
    private final TaskStore tasks;
    private final TaskChecks checks;
    private final TaskDifferences differences;
    private final Idempotency idempotency;
    private final Clock clock;

    TaskParticipation(
            TaskStore tasks, TaskChecks checks, TaskDifferences differences, Idempotency idempotency, Clock clock) {
        this.tasks = tasks;
        this.checks = checks;
        this.differences = differences;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Lets an agency take part, or changes the part it has. */
    @Transactional
    Reply set(String code, String agency, Change<SetParticipation> change) {
        Task task = tasks.forChange(code);
        SetParticipation command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(task.version());
            checks.agency(agency);
            Participation part = new Participation(agency, command.role(), command.department(), command.since(), null);
            Participations next = task.participations().with(part);
            String reason = command.reason();
            return change(task, next, TaskRevision.Action.PARTICIPATION_SET, reason, change.caller());
        });
    }

    /** Ends an agency's part on a day; it stays readable. */
    @Transactional
    Reply end(String code, String agency, LocalDate until, String reason, Change<?> change) {
        Task task = tasks.forChange(code);
        change.requireVersion(task.version());
        Participations next = task.participations().without(agency, until);
        return change(task, next, TaskRevision.Action.PARTICIPATION_ENDED, reason, change.caller());
    }

    private Reply change(Task task, Participations next, TaskRevision.Action action, String reason, Caller actor) {
        TaskView before = task.view(null);
        task.change(next, clock);
        tasks.rewrite(
                task,
                TaskRevision.change(
                        task, before.visibility(), action, actor, reason, differences.between(before, task.view(null))),
                TaskEvents.changed(task, List.of("participations")));
        return tasks.reply(200, task, actor);
    }
}
