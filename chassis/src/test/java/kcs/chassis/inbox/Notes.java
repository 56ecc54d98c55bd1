package kcs.chassis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The tests' projection: a note and its feed. Some texts make it fail as a faulty handler or a faulty world would. */
@ApplicationScoped
public class Notes implements InboxHandler {

    /** The handler refuses this text until it is repaired. */
    static final String POISON = "poison";

    /** At this text the handler's connection breaks, once. */
    static final String BREAK = "break the connection";

    /** A topic whose owner cannot be reached. */
    static final String SILENT = "kcs.silent.v1";

    /** A topic whose owner is asked over HTTP. */
    static final String NEIGHBOUR = "kcs.neighbour.v1";

    record Note(long sequence, String text, int changes) {}

    record Line(long sequence, boolean gapBefore, boolean history) {}

    private final DataSource dataSource;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private volatile boolean repaired;

    Notes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void repair(boolean done) {
        repaired = done;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.chassis.v1", SILENT, NEIGHBOUR);
    }

    @Override
    public void apply(List<InboxEvent> events) {
        events.forEach(this::apply);
    }

    private void apply(InboxEvent event) {
        String text = event.data().required("text").textValue();
        if (text.equals(POISON) && !repaired) {
            throw new IllegalStateException("no reading of this text");
        }
        if (text.equals(BREAK) && broken.add(event.aggregate())) {
            execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
        execute("""
                INSERT INTO notes.note (aggregate, sequence, text) VALUES (?, ?, ?)
                ON CONFLICT (aggregate) DO UPDATE
                SET sequence = excluded.sequence, text = excluded.text, changes = note.changes + 1""", event.aggregate(), event.sequence(), text);
        feed(event, false);
    }

    @Override
    public void applyHistory(InboxEvent event) {
        feed(event, true);
    }

    private void feed(InboxEvent event, boolean history) {
        execute("""
                INSERT INTO notes.feed (event_id, aggregate, sequence, gap_before, history) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (event_id) DO NOTHING""", event.id(), event.aggregate(), event.sequence(), event.gapBefore(), history);
    }

    Note find(String aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT sequence, text, changes FROM notes.note WHERE aggregate = ?")) {
            select.setString(1, aggregate);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Note(row.getLong(1), row.getString(2), row.getInt(3)) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<Line> feedOf(String aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT sequence, gap_before, history FROM notes.feed WHERE aggregate = ? ORDER BY sequence")) {
            select.setString(1, aggregate);
            List<Line> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getLong(1), rows.getBoolean(2), rows.getBoolean(3)));
                }
            }
            return lines;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
