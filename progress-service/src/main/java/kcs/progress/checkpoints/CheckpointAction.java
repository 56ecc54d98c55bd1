package kcs.progress.checkpoints;

/** What is done to a checkpoint, as its history and its events name it. */
public enum CheckpointAction {
    OPENED,
    SUBMITTED,
    WITHDRAWN,
    ACCEPTED,
    RETURNED,
    CORRECTED,
    WAIVED,
    /** Another due date; the status stays. */
    EXTENDED
}
