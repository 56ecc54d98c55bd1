package kcs.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** The statements on offsets, on what was seen of each aggregate, and on gaps. They run in the caller's transaction. */
@ApplicationScoped
class InboxTables {

    /** Events that are missing, both ends included. */
    record Gap(long id, AggregateId of, long from, long to) {

        boolean covers(InboxEvent event) {
            return AggregateId.of(event).equals(of) && from <= event.sequence() && event.sequence() <= to;
        }
    }

    private final ProjectionSchema schema;

    InboxTables(ProjectionSchema schema) {
        this.schema = schema;
    }

    /** Lets one transaction at a time write through the inbox, in all replicas. Held to the end of the transaction. */
    void becomeTheOneWriter(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended('kcs-inbox-writer', 0))")) {
            statement.execute();
        }
    }

    /** Where to go on; 0 for a partition never read. */
    long nextOffset(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement insert = prepare(connection, """
                INSERT INTO @.inbox_offset (topic, partition, next_offset) VALUES (?, ?, 0)
                ON CONFLICT (topic, partition) DO UPDATE SET next_offset = inbox_offset.next_offset
                RETURNING next_offset""")) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Moves offsets, if they still are where this consumer left them: the fence against a leader that was deposed.
     *
     * @throws DeposedException when one is not
     */
    void advance(Connection connection, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
            throws SQLException {
        List<TopicPartition> partitions = List.copyOf(to.keySet());
        try (PreparedStatement update = prepare(connection, """
                UPDATE @.inbox_offset AS o SET next_offset = n.next_offset
                FROM unnest(?, ?, ?, ?) AS n (topic, partition, stored, next_offset)
                WHERE o.topic = n.topic AND o.partition = n.partition AND o.next_offset = n.stored""")) {
            array(update, 1, "text", partitions.stream().map(TopicPartition::topic));
            array(update, 2, "int", partitions.stream().map(TopicPartition::partition));
            array(update, 3, "bigint", partitions.stream().map(from::get));
            array(update, 4, "bigint", partitions.stream().map(to::get));
            if (update.executeUpdate() != partitions.size()) {
                throw new DeposedException(from);
            }
        }
    }

    Map<AggregateId, Seen> seen(Connection connection, Collection<AggregateId> ids) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                SELECT topic, aggregate, epoch, sequence FROM @.inbox_aggregate
                WHERE (topic, aggregate) IN (SELECT * FROM unnest(?, ?))""")) {
            bind(select, ids);
            Map<AggregateId, Seen> seen = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    seen.put(
                            new AggregateId(rows.getString(1), rows.getString(2)),
                            new Seen(rows.getLong(3), rows.getLong(4)));
                }
            }
            return seen;
        }
    }

    /** Remembers the newest events; their full state makes an aggregate that was stale good again. */
    void save(Connection connection, Map<AggregateId, Seen> newest) throws SQLException {
        try (PreparedStatement upsert = prepare(connection, """
                INSERT INTO @.inbox_aggregate AS a (topic, aggregate, epoch, sequence) VALUES (?, ?, ?, ?)
                ON CONFLICT (topic, aggregate) DO UPDATE
                SET epoch = excluded.epoch, sequence = excluded.sequence, stale = false
                WHERE (a.epoch, a.sequence) < (excluded.epoch, excluded.sequence)""")) {
            for (Map.Entry<AggregateId, Seen> one : newest.entrySet()) {
                upsert.setString(1, one.getKey().topic());
                upsert.setString(2, one.getKey().aggregate());
                upsert.setLong(3, one.getValue().epoch());
                upsert.setLong(4, one.getValue().sequence());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    void recordGap(Connection connection, AggregateId id, long from, long to) throws SQLException {
        try (PreparedStatement insert = prepare(
                connection,
                "INSERT INTO @.inbox_gap (topic, aggregate, from_sequence, to_sequence) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, id.topic());
            insert.setString(2, id.aggregate());
            insert.setLong(3, from);
            insert.setLong(4, to);
            insert.executeUpdate();
        }
    }

    List<Gap> openGaps(Connection connection, Collection<AggregateId> ids) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                SELECT id, topic, aggregate, from_sequence, to_sequence FROM @.inbox_gap
                WHERE closed_at IS NULL AND (topic, aggregate) IN (SELECT * FROM unnest(?, ?))""")) {
            bind(select, ids);
            return gaps(select);
        }
    }

    List<Gap> oldestOpenGaps(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = prepare(connection, """
                SELECT id, topic, aggregate, from_sequence, to_sequence FROM @.inbox_gap
                WHERE closed_at IS NULL ORDER BY note IS NOT NULL, id LIMIT ?""")) {
            select.setInt(1, limit);
            return gaps(select);
        }
    }

    private static List<Gap> gaps(PreparedStatement select) throws SQLException {
        List<Gap> gaps = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                gaps.add(new Gap(
                        rows.getLong(1),
                        new AggregateId(rows.getString(2), rows.getString(3)),
                        rows.getLong(4),
                        rows.getLong(5)));
            }
        }
        return gaps;
    }

    /** @param note what the owner did not have, null when nothing is missing */
    void closeGap(Connection connection, Gap gap, String note) throws SQLException {
        noteGap(connection, gap, note, "closed_at = now(), ");
    }

    /** @param note why it could not be filled */
    void keepGap(Connection connection, Gap gap, String note) throws SQLException {
        noteGap(connection, gap, note, "");
    }

    private void noteGap(Connection connection, Gap gap, String note, String closing) throws SQLException {
        try (PreparedStatement update =
                prepare(connection, "UPDATE @.inbox_gap SET " + closing + "note = ? WHERE id = ?")) {
            update.setString(1, note == null ? null : Parked.text(note));
            update.setLong(2, gap.id());
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Collection<AggregateId> ids) throws SQLException {
        array(statement, 1, "text", ids.stream().map(AggregateId::topic));
        array(statement, 2, "text", ids.stream().map(AggregateId::aggregate));
    }

    private static void array(PreparedStatement statement, int index, String type, Stream<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /** Prepares SQL in which {@code @} stands for the projection's schema. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.replace("@", schema.name()));
    }
}
