package kcs.collaboration.content;

/** Who said that a task belongs to its area. */
public enum AreaProvenance {
    /** The document says so. */
    STATED,
    /** The document is silent; it is this project's own classification, and screens say so. */
    ASSIGNED
}
