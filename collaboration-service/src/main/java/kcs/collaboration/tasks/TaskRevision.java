package kcs.collaboration.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import kcs.chassis.identity.Caller;

/**
 * One line of a task's history: kept for ever, and not even the service can change it.
 *
 * @param fromStatus null unless it moved
 * @param toStatus null unless it moved or entered the plan
 * @param visibility who may read the line
 */
record TaskRevision(
        String task,
        long version,
        Instant at,
        Caller actor,
        Action action,
        TaskStatus fromStatus,
        TaskStatus toStatus,
        String reason,
        Differences changes,
        Visibility visibility) {

    /** What was done. */
    enum Action {
        REGISTERED,
        CHANGED,
        STATUS_CHANGED,
        PLACE_FILLED,
        PARTICIPATION_SET,
        PARTICIPATION_ENDED
    }

    /** What differs between two states of a task. */
    record Differences(List<Difference> fields) {
        static final Differences NONE = new Differences(List.of());
    }

    /** A property before and after. */
    record Difference(String field, JsonNode from, JsonNode to) {}

    static TaskRevision entry(Task task, Caller actor, String reason) {
        return of(task, actor, Action.REGISTERED, null, task.status(), reason, Differences.NONE, task.visibility());
    }

    static TaskRevision move(Task task, Task.StatusChange change, Caller actor, String reason) {
        Action action = Action.STATUS_CHANGED;
        return of(task, actor, action, change.from(), change.to(), reason, Differences.NONE, task.visibility());
    }

    /** It shows what was and what is, and so is as little public as the less public of both. */
    static TaskRevision change(
            Task task, Visibility before, Action action, Caller actor, String reason, Differences changes) {
        Visibility visibility = before == Visibility.GOVERNMENT ? before : task.visibility();
        return of(task, actor, action, null, null, reason, changes, visibility);
    }

    private static TaskRevision of(
            Task task,
            Caller actor,
            Action action,
            TaskStatus from,
            TaskStatus to,
            String reason,
            Differences changes,
            Visibility visibility) {
        return new TaskRevision(
                task.code(), task.version(), task.changedAt(), actor, action, from, to, reason, changes, visibility);
    }
}
