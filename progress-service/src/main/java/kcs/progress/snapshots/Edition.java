package kcs.progress.snapshots;

import kcs.chassis.identity.Caller;
import kcs.progress.audience.Audience;

/** For whom a file of a snapshot is: over the public tasks, or over all. */
enum Edition {
    PUBLIC(Audience.PUBLIC),
    GOVERNMENT(Audience.GOVERNMENT);

    private final Audience audience;

    Edition(Audience audience) {
        this.audience = audience;
    }

    Audience audience() {
        return audience;
    }

    /** The most that a caller may read. */
    static Edition of(Caller caller) {
        return Audience.of(caller).equals(Audience.GOVERNMENT) ? GOVERNMENT : PUBLIC;
    }
}
