package kcs.progress.directory;

/** What an agency does in a task. */
public enum ParticipationRole {
    LEAD,
    PARTNER,
    INVOLVED
}
