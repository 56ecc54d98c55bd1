package kcs.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What waits in the outbox, as the leading relay last saw it; a relay that does not lead shows zero. */
@Singleton
class OutboxMetrics {

    private final Clock clock;
    private volatile long waiting;
    private volatile Instant oldest;

    OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Gauge.builder("kcs.outbox.waiting", this, metrics -> metrics.waiting)
                .description("Events that are committed and not yet acknowledged by the broker")
                .register(registry);
        Gauge.builder("kcs.outbox.oldest", this, OutboxMetrics::secondsSinceOldest)
                .baseUnit("seconds")
                .description("Age of the oldest event that waits")
                .register(registry);
    }

    /** @param oldest when the oldest that waits happened, null when nothing waits */
    void seen(long waiting, Instant oldest) {
        this.waiting = waiting;
        this.oldest = oldest;
    }

    private double secondsSinceOldest() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
