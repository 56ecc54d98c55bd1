package kcs.progress.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** What did not go out as it should, as the sending replica last saw it. */
@Singleton
class MailMetrics {
    private volatile Map<MailState, Long> counts = Map.of();

    MailMetrics(MeterRegistry registry) {
        gauge(registry, MailState.UNCERTAIN, "Mails of which nobody knows whether they were sent");
        gauge(registry, MailState.FAILED, "Mails that were not sent and are tried again");
        gauge(registry, MailState.UNADDRESSED, "Mails to agencies without an address");
    }

    private void gauge(MeterRegistry registry, MailState state, String description) {
        String name = "kcs.mail." + state.name().toLowerCase(Locale.ROOT);
        Gauge.builder(name, this, metrics -> metrics.counts.getOrDefault(state, 0L))
                .description(description)
                .register(registry);
    }

    void seen(Map<MailState, Long> now) {
        counts = now;
    }
}
