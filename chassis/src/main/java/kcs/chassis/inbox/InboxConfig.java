package kcs.chassis.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this service consumes the others' events. */
@ConfigMapping(prefix = "kcs.inbox")
public interface InboxConfig {

    /** The schema of everything that is projected from events; needed by a service with an {@link InboxHandler}. */
    Optional<String> schema();

    /** The most records applied in one transaction. */
    @WithDefault("500")
    int batch();

    /** How often an idle consumer looks for new topics and for a schema that was dropped. */
    @WithDefault("1s")
    Duration check();

    /** How long to wait before asking the owner again for events that are missing. */
    @WithDefault("10s")
    Duration gapRetry();
}
