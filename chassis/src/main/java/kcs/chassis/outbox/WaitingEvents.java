package kcs.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
            FROM outbox WHERE published_at IS NULL AND id > ? ORDER BY id LIMIT ?""";

    private static final String MARK = "UPDATE outbox SET published_at = now() WHERE id = ANY (?)";
    private static final String COUNT = "SELECT count(*) FROM outbox WHERE published_at IS NULL";

    private static final long EVERYWHERE = 0;

    private final Connection session;
    private final Duration complete;

    /** Behind it everything is looked for each time; up to it only by looks at the whole. */
    private long settled = EVERYWHERE;

    private long newest = EVERYWHERE;
    private long newestAtLastWhole = EVERYWHERE;
    private long lastWhole;
    private boolean wholeAgain = true;

    /** @param complete how long an event may stay unseen that a slow transaction brought late, behind others */
    WaitingEvents(Connection session, Duration complete) throws SQLException {
        this.session = session;
        this.complete = complete;
        try (Statement statement = session.createStatement()) {
            // A mark lost in a crash of the database costs a duplicate, which consumers expect; waiting for the disk
            // costs all.
            statement.execute("SET synchronous_commit = off");
        }
    }

    /**
     * The next that wait. What was published is dead in the index until no transaction of the whole database is older,
     * which a backup may delay for long: only from time to time is it passed over again, lest each look pays for all of
     * it.
     */
    List<WaitingEvent> next(int limit) throws SQLException {
        boolean whole = wholeAgain || System.nanoTime() - lastWhole >= complete.toNanos();
        List<WaitingEvent> events = behind(whole ? EVERYWHERE : settled, limit);
        if (!events.isEmpty()) {
            newest = Math.max(newest, events.get(events.size() - 1).id());
        }
        if (whole) {
            // A full hand: there is more, wherever it lies.
            wholeAgain = events.size() == limit;
            lastWhole = System.nanoTime();
            settled = newestAtLastWhole;
            newestAtLastWhole = newest;
        }
        return events;
    }

    private List<WaitingEvent> behind(long id, int limit) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(NEXT)) {
            statement.setLong(1, id);
            statement.setInt(2, limit);
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
