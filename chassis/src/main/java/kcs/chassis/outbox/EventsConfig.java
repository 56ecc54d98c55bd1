package kcs.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service publishes its events. */
@ConfigMapping(prefix = "kcs.events")
public interface EventsConfig {

    /** The service's name in topics and types, {@code collaboration}. */
    String service();

    /** Partitions of the topic when it is created; never changed afterwards, or keys would move. */
    @WithDefault("12")
    int partitions();

    /** Copies of the topic; 1 on one machine. */
    @WithDefault("1")
    short replication();

    /**
     * How often the outbox is looked at when no commit in this process has woken the relay, and all of it for what a slow
     * transaction brought late.
     */
    @WithDefault("200ms")
    Duration poll();

    /** The one topic of this service. */
    default String topic() {
        return "kcs." + service() + ".v1";
    }

    /** The {@code ce_type} on the wire for a type in the outbox. */
    default String wireType(String type) {
        return "kcs." + service() + "." + type + ".v1";
    }

    /** The {@code ce_source} on the wire. */
    default String source() {
        return "/kcs/" + service() + "-service";
    }
}
