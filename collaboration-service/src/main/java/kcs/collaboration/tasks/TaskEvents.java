package kcs.collaboration.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;

/** What the other services are told of a task: the change, and the full state after it. */
final class TaskEvents {

    private TaskEvents() {}

    /** The data of every event of a task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(Transition transition, List<String> changed, TaskView task) {}

    /** A move in the lifecycle; {@code from} is null when the task entered the plan. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Transition(TaskStatus from, TaskStatus to, String reason, String actorAgency) {}

    static OutboxEvent registered(Task task, String reason, Caller actor) {
        Transition entry = new Transition(null, task.status(), reason, actor.agency());
        return event("task.registered", task, new Data(entry, null, task.view(null)));
    }

    static OutboxEvent statusChanged(Task task, Task.StatusChange change, String reason, Caller actor) {
        Transition move = new Transition(change.from(), change.to(), reason, actor.agency());
        return event("task.status-changed", task, new Data(move, null, task.view(null)));
    }

    static OutboxEvent changed(Task task, List<String> fields) {
        return event("task.changed", task, new Data(null, fields, task.view(null)));
    }

    private static OutboxEvent event(String type, Task task, Data data) {
        return new OutboxEvent("task/" + task.code(), task.code(), type, task.code(), data);
    }
}
