package kcs.collaboration.tasks;

import java.time.Instant;

/** What a task's row holds beside its content and who takes part. */
record TaskRow(
        String code,
        String plan,
        int no,
        Origin origin,
        boolean placeholder,
        Visibility visibility,
        TaskStatus status,
        Instant statusSince,
        long version,
        Instant changedAt) {

    static TaskRow of(Task task) {
        return new TaskRow(
                task.code(),
                task.plan(),
                task.no(),
                task.origin(),
                task.placeholder(),
                task.visibility(),
                task.status(),
                task.statusSince(),
                task.version(),
                task.changedAt());
    }
}
