package kcs.progress.meetings;

/** As whom people attend a meeting. */
enum AttendanceKind {
    /** Experts from outside the government. */
    CIVILIAN,
    /** Members from the customs service itself. */
    INTERNAL,
    /** The government, where its document does not tell the customs service from others. */
    GOVERNMENT,
    OTHER
}
