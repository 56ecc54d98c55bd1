package kcs.collaboration.tasks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;

/** Where a task stands: the main job of the suite. */
@Singleton
class TaskLifecycle {
    private final TaskStore tasks;
    private final Idempotency idempotency;
    private final Clock clock;

    TaskLifecycle(TaskStore tasks, Idempotency idempotency, Clock clock) {
        this.tasks = tasks;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Moves a task on; history and event are written with it or not at all. */
    @Transactional
    Reply changeStatus(String code, Change<ChangeStatus> change) {
        Task task = tasks.forChange(code);
        ChangeStatus command = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(task.version());
            Task.StatusChange move = task.moveTo(command.to(), clock);
            tasks.move(
                    task,
                    TaskRevision.move(task, move, change.caller(), command.reason()),
                    TaskEvents.statusChanged(task, move, command.reason(), change.caller()));
            return tasks.reply(201, task, change.caller());
        });
    }
}
