package kcs.progress.submissions;

/** How an agency says that its part is going. */
public enum DeclaredHealth {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    COMPLETED
}
