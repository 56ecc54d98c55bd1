package kcs.chassis.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Instant;
import java.util.Optional;

/** Whether this service runs in a demonstration, whose business clock can be moved. */
@ConfigMapping(prefix = "kcs.demonstration")
public interface Demonstration {

    /** Set by {@code deploy/demo} alone: a service refuses to start with it on any other database. */
    @WithParentName
    @WithDefault("false")
    boolean on();

    /** When the clock of a demonstration starts; the machine's time where nothing is said. */
    Optional<Instant> startsAt();
}
