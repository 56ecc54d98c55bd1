package kcs.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the projection is behind and what it misses, as the consuming replica last saw it. */
@Singleton
class InboxMetrics {

    private final InboxTables tables;
    private volatile long lag;
    private volatile long parked;
    private volatile long gaps;

    InboxMetrics(MeterRegistry registry, InboxTables tables) {
        this.tables = tables;
        Gauge.builder("kcs.inbox.lag", this, metrics -> metrics.lag)
                .description("Records in the topics that are not applied yet")
                .register(registry);
        Gauge.builder("kcs.inbox.parked", this, metrics -> metrics.parked)
                .description("Records that could not be read or applied and wait for a repair")
                .register(registry);
        Gauge.builder("kcs.inbox.gaps", this, metrics -> metrics.gaps)
                .description("Runs of events that never came and are not fetched yet")
                .register(registry);
    }

    void lag(long records) {
        lag = records;
    }

    void count(Connection connection) throws SQLException {
        try (PreparedStatement select = tables.prepare(connection, """
                        SELECT (SELECT count(*) FROM @.inbox_parked WHERE reprocessed_at IS NULL),
                               (SELECT count(*) FROM @.inbox_gap WHERE closed_at IS NULL)""");
                ResultSet row = select.executeQuery()) {
            row.next();
            parked = row.getLong(1);
            gaps = row.getLong(2);
        }
    }
}
