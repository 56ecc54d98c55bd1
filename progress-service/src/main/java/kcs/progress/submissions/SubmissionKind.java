package kcs.progress.submissions;

/** What a submission is: "nothing to report" and "not submitted" never look alike. */
public enum SubmissionKind {
    /** Progress, with figures. */
    PROGRESS,
    /** The agency has reported, and there is nothing. */
    NOTHING_TO_REPORT,
    /** The agency says that the task does not concern it in this cycle, and why. */
    NOT_APPLICABLE
}
