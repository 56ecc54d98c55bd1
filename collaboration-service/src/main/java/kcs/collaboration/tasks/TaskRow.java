package kcs.collaboration.tasks;

import java.time.Instant;

/** What a task's row holds in columns of its own, beside its content and who takes part. */
record TaskRow(
        String code,
        String plan,
        int no,
        Origin origin,
        boolean placeholder,
        Visibility visibility,
        String visibilityReason,
        TaskStatus status,
        Instant statusSince,
        long version,
        Instant changedAt) {}
