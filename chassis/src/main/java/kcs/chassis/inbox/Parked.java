package kcs.chassis.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records that could not be read or applied, set aside byte for byte so that the others go on. Nothing that a record
 * contains may keep it from being parked.
 */
@ApplicationScoped
class Parked {

    /** What stands in the list of parked records. */
    record Entry(long id, String topic, int partition, long offset, String aggregate, String error, Instant parkedAt) {}

    private record NamedValue(String name, byte[] value) {}

    private static final int LONGEST_TEXT = 1000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final InboxTables tables;

    Parked(InboxTables tables) {
        this.tables = tables;
    }

    void park(Connection connection, ConsumerRecord<byte[], byte[]> record, RuntimeException failure)
            throws SQLException {
        String aggregate = RecordReader.aggregateOf(record).map(Parked::text).orElse(null);
        try (PreparedStatement insert = tables.prepare(connection, """
                INSERT INTO @.inbox_parked (topic, partition, "offset", aggregate, key, headers, data, error)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (topic, partition, "offset") DO NOTHING""")) {
            insert.setString(1, record.topic());
            insert.setInt(2, record.partition());
            insert.setLong(3, record.offset());
            insert.setString(4, aggregate);
            insert.setBytes(5, record.key());
            insert.setBytes(6, headers(record));
            insert.setBytes(7, record.value());
            insert.setString(8, text(failure.toString()));
            insert.executeUpdate();
        }
        if (aggregate != null) {
            markStale(connection, new AggregateId(record.topic(), aggregate));
        }
    }

    private void markStale(Connection connection, AggregateId id) throws SQLException {
        try (PreparedStatement upsert = tables.prepare(connection, """
                INSERT INTO @.inbox_aggregate (topic, aggregate, epoch, sequence, stale) VALUES (?, ?, 0, 0, true)
                ON CONFLICT (topic, aggregate) DO UPDATE SET stale = true""")) {
            upsert.setString(1, id.topic());
            upsert.setString(2, id.aggregate());
            upsert.executeUpdate();
        }
    }

    List<Entry> open(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = tables.prepare(connection, """
                SELECT id, topic, partition, "offset", aggregate, error, parked_at FROM @.inbox_parked
                WHERE reprocessed_at IS NULL ORDER BY id LIMIT ?""")) {
            select.setInt(1, limit);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
            return entries;
        }
    }

    /** The record as it came; empty when there is none by this id that still waits. */
    Optional<ConsumerRecord<byte[], byte[]>> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = tables.prepare(connection, """
                SELECT topic, partition, "offset", key, data, headers FROM @.inbox_parked
                WHERE id = ? AND reprocessed_at IS NULL""")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                        row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(4), row.getBytes(5));
                headers(row.getBytes(6)).forEach(record.headers()::add);
                return Optional.of(record);
            }
        }
    }

    void done(Connection connection, long id) throws SQLException {
        try (PreparedStatement update =
                tables.prepare(connection, "UPDATE @.inbox_parked SET reprocessed_at = now() WHERE id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    void failedAgain(Connection connection, long id, RuntimeException failure) throws SQLException {
        try (PreparedStatement update =
                tables.prepare(connection, "UPDATE @.inbox_parked SET error = ? WHERE id = ?")) {
            update.setString(1, text(failure.toString()));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static byte[] headers(ConsumerRecord<byte[], byte[]> record) {
        List<NamedValue> values = new ArrayList<>();
        record.headers().forEach(header -> values.add(new NamedValue(header.key(), header.value())));
        try {
            return MAPPER.writeValueAsBytes(values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Iterable<Header> headers(byte[] json) {
        RecordHeaders headers = new RecordHeaders();
        try {
            MAPPER.readValue(json, new TypeReference<List<NamedValue>>() {})
                    .forEach(header -> headers.add(header.name(), header.value()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return headers;
    }

    /** Text as PostgreSQL keeps it: without U+0000, and not without end. */
    static String text(String any) {
        String clean = any.replace('\0', '\uFFFD');
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT);
    }
}
