package kcs.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kcs.chassis.problem.TraceId;

/**
 * Writes events in the transaction that changes the state, so that neither can be there without the other.
 *
 * <p>Append last in the transaction: from here to the commit every other writer of the same aggregate waits.
 */
@ApplicationScoped
public class Outbox {

    /** Counter and event in one round trip. The counter's row lock is what makes the sequence gap-free and ordered. */
    private static final String APPEND = """
            WITH next AS (
                INSERT INTO outbox_sequence AS s (aggregate, last) VALUES (?, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, traceparent, data)
            SELECT ?, next.aggregate, (SELECT epoch FROM outbox_epoch), next.last, ?, ?, ?, ?, ?, ? FROM next""";

    /** The same for one event of each of many aggregates; their rows are locked in order. */
    private static final String APPEND_MANY = """
            WITH told AS (
                SELECT * FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    AS told (aggregate, event_id, key, type, subject, data)),
            next AS (
                INSERT INTO outbox_sequence AS s (aggregate, last) SELECT aggregate, 1 FROM told ORDER BY aggregate COLLATE "C"
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
                RETURNING aggregate, last)
            INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, traceparent, data)
            SELECT event_id, aggregate, (SELECT epoch FROM outbox_epoch), last, key, type, subject, ?, ?, data
            FROM next JOIN told USING (aggregate)""";

    private final DataSource dataSource;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;
    private final RelaySignal signal;

    Outbox(
            DataSource dataSource,
            ObjectMapper mapper,
            Clock clock,
            TransactionSynchronizationRegistry transaction,
            RelaySignal signal) {
        this.dataSource = dataSource;
        this.mapper = mapper;
        this.clock = clock;
        this.transaction = transaction;
        this.signal = signal;
    }

    /** Appends one event; the relay is woken when the transaction has committed. */
    @Transactional(TxType.MANDATORY)
    public void append(OutboxEvent event) {
        append(List.of(event));
    }

    /** Appends several events, in the order of their aggregates, so that two transactions cannot block each other. */
    @Transactional(TxType.MANDATORY)
    public void append(List<OutboxEvent> events) {
        try (Connection connection = dataSource.getConnection()) {
            List<OutboxEvent> left = events;
            while (!left.isEmpty()) {
                left = appendFirstOfEach(connection, left);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot append to the outbox", failure);
        }
        if (!events.isEmpty()) {
            wakeRelayAfterCommit();
        }
    }

    /** Appends the first event of each aggregate; returns the others, in their order. */
    private List<OutboxEvent> appendFirstOfEach(Connection connection, List<OutboxEvent> events) throws SQLException {
        Map<String, OutboxEvent> first = new TreeMap<>();
        List<OutboxEvent> others = new ArrayList<>();
        for (OutboxEvent event : events) {
            if (first.putIfAbsent(event.aggregate(), event) != null) {
                others.add(event);
            }
        }
        if (first.size() == 1) {
            appendOne(connection, first.values().iterator().next());
        } else {
            appendMany(connection, List.copyOf(first.values()));
        }
        return others;
    }

    private void appendOne(Connection connection, OutboxEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, event.aggregate());
            statement.setObject(2, UUID.randomUUID());
            statement.setString(3, event.key());
            statement.setString(4, event.type());
            statement.setString(5, event.subject());
            statement.setObject(6, now());
            statement.setString(7, TraceId.traceparent());
            statement.setBytes(8, bytes(event));
            statement.executeUpdate();
        }
    }

    private void appendMany(Connection connection, List<OutboxEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND_MANY)) {
            statement.setArray(1, array(connection, "text", events, OutboxEvent::aggregate));
            statement.setArray(2, array(connection, "uuid", events, event -> UUID.randomUUID()));
            statement.setArray(3, array(connection, "text", events, OutboxEvent::key));
            statement.setArray(4, array(connection, "text", events, OutboxEvent::type));
            statement.setArray(5, array(connection, "text", events, OutboxEvent::subject));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea", events.stream().map(this::bytes).toArray(byte[][]::new)));
            statement.setObject(7, now());
            statement.setString(8, TraceId.traceparent());
            statement.executeUpdate();
        }
    }

    private static Array array(
            Connection connection, String type, List<OutboxEvent> events, Function<OutboxEvent, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private byte[] bytes(OutboxEvent event) {
        try {
            return mapper.writeValueAsBytes(event.data());
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("cannot write " + event.type() + " as JSON", failure);
        }
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) {
            return;
        }
        transaction.putResource(Outbox.class, Boolean.TRUE);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.wake();
                }
            }
        });
    }
}
