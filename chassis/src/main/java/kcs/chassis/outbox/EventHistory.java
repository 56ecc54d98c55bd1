package kcs.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the outbox as what it also is: the complete history of what this service has told. */
@ApplicationScoped
public class EventHistory {

    private static final String COLUMNS =
            "o.event_id, o.aggregate, o.epoch, o.sequence, o.type, o.subject, o.key, o.occurred_at, o.data";

    private static final String OF_ONE = "SELECT " + COLUMNS
            + " FROM outbox o WHERE o.aggregate = ? AND o.sequence >= ? ORDER BY o.sequence LIMIT ?";

    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM outbox_sequence s JOIN outbox o ON o.aggregate = s.aggregate AND o.sequence = s.last"
            + " WHERE s.aggregate > ? ORDER BY s.aggregate LIMIT ?";

    private final DataSource dataSource;

    EventHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The events of one aggregate, in order.
     *
     * @param from the first sequence wanted
     * @param limit the most on a page
     */
    public EventsResource.History of(String aggregate, long from, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_ONE)) {
            statement.setString(1, aggregate);
            statement.setLong(2, from);
            statement.setInt(3, limit + 1);
            return page(statement, limit, true);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the outbox", failure);
        }
    }

    /**
     * The newest event of every aggregate, by its name.
     *
     * @param after the last aggregate of the page before; empty for the first page
     */
    public EventsResource.History latest(String after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setString(1, after);
            statement.setInt(2, limit + 1);
            return page(statement, limit, false);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the outbox", failure);
        }
    }

    /** The statement asks for one row more than the page holds: its presence says that there is a next page. */
    private static EventsResource.History page(PreparedStatement statement, int limit, boolean bySequence)
            throws SQLException {
        List<EventsResource.Item> items = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                items.add(item(rows));
            }
        }
        if (items.size() <= limit) {
            return new EventsResource.History(items, null);
        }
        EventsResource.Item last = items.get(limit - 1);
        String next = bySequence ? Long.toString(last.sequence() + 1) : last.aggregate();
        return new EventsResource.History(items.subList(0, limit), next);
    }

    private static EventsResource.Item item(ResultSet row) throws SQLException {
        return new EventsResource.Item(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                new String(row.getBytes(9), StandardCharsets.UTF_8));
    }
}
