package kcs.progress.review;

/** A part of a submission that a reviewer can write to. */
enum Section {
    ACHIEVEMENTS,
    ISSUES,
    NEXT_STEPS,
    PERCENT_COMPLETE,
    HEALTH,
    MEASUREMENTS,
    EVIDENCE,
    APPROVAL,
    OTHER
}
