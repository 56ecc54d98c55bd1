package kcs.progress.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.inbox.InboxEvent;
import kcs.progress.directory.Label;
import kcs.progress.directory.Visibility;

/**
 * Writes states and lines of the feed: one statement for an event, those of a kind that follow each other in one round
 * trip. The feed tells things in the order in which they came.
 */
final class BoardWriter implements AutoCloseable {
    private static final String CHECKPOINT = """
            SELECT visibility, participants, state ->> 'cycle' FROM board.board_checkpoint WHERE code = ?""";

    private final Connection connection;
    private final ObjectMapper json;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private PreparedStatement waiting;

    BoardWriter(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.json = json;
    }

    /** Takes the state and the line. */
    void apply(InboxEvent event, Reading reading) throws SQLException {
        add(BoardSql.stateAndLine(reading.noun()), event, reading);
    }

    /** Takes the line alone. */
    void append(InboxEvent event, Reading reading) throws SQLException {
        add(BoardSql.LINE_ALONE, event, reading);
    }

    private void add(String sql, InboxEvent event, Reading reading) throws SQLException {
        Reading complete = reading.noun().equals(FeedEntry.EXTENSION) ? seenAsItsCheckpoint(event, reading) : reading;
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        if (waiting != statement) {
            flush();
        }
        bind(statement, event, complete);
        statement.addBatch();
        waiting = statement;
    }

    /** Writes what waits. */
    void flush() throws SQLException {
        if (waiting != null) {
            waiting.executeBatch();
            waiting = null;
        }
    }

    /** As the checkpoint that the extension is for stands at this place of the topic; one not known hides it. */
    private Reading seenAsItsCheckpoint(InboxEvent event, Reading reading) throws SQLException {
        flush();
        try (PreparedStatement select = connection.prepareStatement(CHECKPOINT)) {
            select.setString(1, RoundReading.checkpointOf(event));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return reading;
                }
                List<String> participants = List.of((String[]) row.getArray(2).getArray());
                return reading.seenAs(Visibility.valueOf(row.getString(1)), participants, row.getString(3));
            }
        }
    }

    private void bind(PreparedStatement statement, InboxEvent event, Reading reading) throws SQLException {
        Reading.Transition move = reading.transition();
        Reading.Part part = reading.part();
        Object[] values = {
            event.id(),
            event.time().atOffset(ZoneOffset.UTC),
            event.epoch(),
            event.sequence(),
            event.type(),
            reading.noun(),
            event.subject(),
            text(reading.title()),
            move.from(),
            move.to(),
            move.reason(),
            move.actorAgency(),
            move.action(),
            part.task(),
            part.agency(),
            part.cycle(),
            move.until(),
            reading.visibility().name(),
            connection.createArrayOf("text", reading.participants().toArray()),
            reading.listed(),
            reading.state() == null ? null : reading.state().toString()
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private String text(Label title) {
        try {
            return title == null ? null : json.writeValueAsString(title);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("a title cannot be written", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
