package kcs.progress.told;

/** Of what an event tells. */
public enum Kind {
    PLAN,
    AGENCY,
    TASK,
    CYCLE,
    CHECKPOINT,
    EXTENSION,
    HEALTH,
    MEETING,
    OPINION,
    SNAPSHOT,
    /** What reports do not read, kept all the same. */
    OTHER
}
