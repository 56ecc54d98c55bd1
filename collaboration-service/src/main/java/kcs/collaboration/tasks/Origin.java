package kcs.collaboration.tasks;

/** How a task came to be here. */
enum Origin {
    /** One of the plan's own tasks, published with it. */
    PUBLISHED,
    /** Documented earlier by the same service; it holds the place of one that was not published. */
    DOCUMENTED,
    /** Registered by a planner. */
    REGISTERED
}
