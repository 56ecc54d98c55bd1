package kcs.collaboration.tasks;

/** Who may see a task. */
enum Visibility {
    PUBLIC,
    /** Planners, the committee, auditors, and the agencies that take part. */
    GOVERNMENT
}
