package kcs.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The outbox as its relay sees it. All on the session that holds the relay's lock, each statement a transaction of its
 * own: a relay that lost the lock has lost this session with it, and marks nothing.
 */
final class WaitingEvents {

    /**
     * In the order of ids, which within an aggregate is that of its sequence: both are allotted under the counter's lock.
     * Across aggregates it is none, and none is needed.
     */
    private static final String NEXT = """
            SELECT id, event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, traceparent, data
            FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ?""";

    private static final String MARK = "UPDATE outbox SET published_at = now() WHERE id = ANY (?)";
    private static final String COUNT = "SELECT count(*) FROM outbox WHERE published_at IS NULL";

    private final Connection session;

    WaitingEvents(Connection session) throws SQLException {
        this.session = session;
        try (Statement statement = session.createStatement()) {
            // A mark lost in a crash of the database costs a duplicate, which consumers expect; waiting for the disk
            // costs all.
            statement.execute("SET synchronous_commit = off");
        }
    }

    List<WaitingEvent> next(int limit) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(NEXT)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<WaitingEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        }
    }

    private static WaitingEvent event(ResultSet row) throws SQLException {
        return new WaitingEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getBytes(11));
    }

    void markPublished(Collection<WaitingEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = session.prepareStatement(MARK)) {
            statement.setArray(
                    1,
                    session.createArrayOf(
                            "bigint", events.stream().map(WaitingEvent::id).toArray()));
            statement.executeUpdate();
        }
    }

    long count() throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getLong(1);
        }
    }
}
