package kcs.chassis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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
        if (events.isEmpty()) {
            return;
        }
        List<OutboxEvent> ordered = events.stream()
                .sorted(Comparator.comparing(OutboxEvent::aggregate))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (OutboxEvent event : ordered) {
                bind(statement, event);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot append to the outbox", failure);
        }
        wakeRelayAfterCommit();
    }

    private void bind(PreparedStatement statement, OutboxEvent event) throws SQLException {
        statement.setString(1, event.aggregate());
        statement.setObject(2, UUID.randomUUID());
        statement.setString(3, event.key());
        statement.setString(4, event.type());
        statement.setString(5, event.subject());
        statement.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        statement.setString(7, TraceId.traceparent());
        statement.setBytes(8, bytes(event));
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
