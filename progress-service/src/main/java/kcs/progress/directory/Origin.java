package kcs.progress.directory;

/** Where a task comes from: published with the plan, documented earlier and holding a place, or registered here. */
public enum Origin {
    PUBLISHED,
    DOCUMENTED,
    REGISTERED
}
