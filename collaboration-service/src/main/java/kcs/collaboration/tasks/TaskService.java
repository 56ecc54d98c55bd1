package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.collaboration.content.TaskContent;

/** What a task is: registered, rewritten, put into a held place. */
@Singleton
class TaskService {
    private final TaskStore tasks;
    private final TaskNumbers numbers;
    private final TaskChecks checks;
    private final TaskDifferences differences;
    private final Idempotency idempotency;
    private final Clock clock;

    TaskService(
            TaskStore tasks,
            TaskNumbers numbers,
            TaskChecks checks,
            TaskDifferences differences,
            Idempotency idempotency,
            Clock clock) {
        this.tasks = tasks;
        this.numbers = numbers;
        this.checks = checks;
        this.differences = differences;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Registers a task; it begins as PROPOSED. */
    @Transactional
    Reply register(Change<RegisterTask> change) {
        RegisterTask command = change.command();
        return idempotency.once(change, () -> {
            checks.plan(command.plan());
            Task task = enter(command, command.entry(), change.caller());
            return tasks.reply(201, task, change.caller());
        });
    }

    /** Lets a task in, with its first line of history and its first event. */
    Task enter(RegisterTask command, Task.Entry entry, Caller actor) {
        check(command.plan(), command, entry);
        int no = numbers.take(command.plan(), command.no());
        Task task = new Task(command.plan(), no, entry, command.content(), command.taking(), clock);
        tasks.add(task, TaskRevision.entry(task, actor, null), TaskEvents.registered(task, null, actor));
        return task;
    }

    /** Rewrites what a task says. */
    @Transactional
    Reply rewrite(String code, Change<EditTask> change) {
        Task task = tasks.forChange(code);
        EditTask edited = change.appliedTo(task.editable());
        return idempotency.once(change, () -> {
            change.requireVersion(task.version());
            TaskView before = task.view(null);
            TaskContent content = edited.content();
            checks.content(task.plan(), content, edited.visibility(), edited.visibilityReason());
            requireReason(task.content().rescheduledBy(content), edited.reason());
            if (!edited.content().equals(task.content()) || !edited.sameVisibility(task)) {
                task.rewrite(content, edited.visibility(), edited.visibilityReason(), edited.reason(), clock);
                changed(task, before, TaskRevision.Action.CHANGED, edited.reason(), change.caller());
            }
            return tasks.reply(200, task, change.caller());
        });
    }

    /** Puts a real task into a held place. What stood there stays in the history. */
    @Transactional
    Reply fill(String code, Change<RegisterTask> change) {
        Task task = tasks.forChange(code);
        RegisterTask command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(task.version());
            requireHeldPlace(task, command);
            TaskView before = task.view(null);
            check(task.plan(), command, command.entry());
            task.fill(command.content(), command.taking(), command.entry(), clock);
            changed(task, before, TaskRevision.Action.PLACE_FILLED, null, change.caller());
            return tasks.reply(201, task, change.caller());
        });
    }

    private void changed(Task task, TaskView before, TaskRevision.Action action, String reason, Caller actor) {
        TaskRevision.Differences changes = differences.between(before, task.view(null));
        List<String> fields =
                changes.fields().stream().map(TaskRevision.Difference::field).toList();
        tasks.rewrite(
                task,
                TaskRevision.change(task, before.visibility(), action, actor, reason, changes),
                TaskEvents.changed(task, fields));
    }

    private void check(String plan, RegisterTask command, Task.Entry entry) {
        checks.content(plan, command.content(), entry.visibility(), entry.visibilityReason());
        checks.participations(command.taking());
    }

    private static void requireHeldPlace(Task task, RegisterTask command) {
        if (!task.placeholder()) {
            throw new ProblemException(409, "not-a-held-place", task.code());
        }
        boolean elsewhere = command.plan() != null && !command.plan().equals(task.plan())
                || command.no() != null && command.no() != task.no();
        if (elsewhere) {
            throw ProblemException.invalid(FieldError.of("/no", "other-place", task.code()));
        }
    }

    private static void requireReason(List<TaskContent.Rescheduled> changes, String reason) {
        if (!changes.isEmpty() && (reason == null || reason.isBlank())) {
            TaskContent.Rescheduled first = changes.get(0);
            throw ProblemException.invalid(
                    FieldError.of("/reason", "reason-for-rescheduling", first.kind(), first.id(), first.field()));
        }
    }
}
