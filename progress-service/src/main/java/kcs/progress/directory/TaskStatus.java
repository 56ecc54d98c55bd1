package kcs.progress.directory;

/** Where a task stands, in the order of its life. Which moves are legal is its owner's business. */
public enum TaskStatus {
    PROPOSED,
    SELECTED,
    REJECTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    DISCONTINUED
}
