package kcs.progress.directory;

/** What an agency does in a task. */
public enum ParticipationRole {
    LEAD,
    PARTNER,
    INVOLVED;

    /** Whether an agency in this role files checkpoints. */
    public boolean reports() {
        return this != INVOLVED;
    }
}
