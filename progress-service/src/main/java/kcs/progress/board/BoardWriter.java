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
    private static final String EVENT = """
            WITH event AS (SELECT ?::uuid AS event_id, ?::timestamptz AS at, ?::bigint AS epoch, ?::bigint AS sequence,
                ?::text AS type, ?::text AS noun, ?::text AS subject, ?::jsonb AS title, ?::text AS from_status,
                ?::text AS to_status, ?::text AS reason, ?::text AS actor_agency, ?::text AS action, ?::text AS task,
                ?::text AS agency, ?::text AS cycle, ?::text AS visibility, ?::text[] AS participants,
                ?::boolean AS listed, ?::jsonb AS state),
            """;

    /** Everybody sees it. A state only follows an older one. */
    private static final String STATE = """
            state AS (
                INSERT INTO board.board_%s AS b (code, state, changed_at, epoch, sequence)
                SELECT subject, state, at, epoch, sequence FROM event
                ON CONFLICT (code) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
                    epoch = excluded.epoch, sequence = excluded.sequence
                WHERE (b.epoch, b.sequence) < (excluded.epoch, excluded.sequence)),
            """;

    /** It is seen as its task is; {@code before} still sees what the statement replaces. */
    private static final String GUARDED_STATE = """
            before AS (SELECT visibility, participants FROM board.board_%1$s WHERE code = (SELECT subject FROM event)),
            state AS (
                INSERT INTO board.board_%1$s AS b
                    (code, visibility, participants, state, changed_at, epoch, sequence)
                SELECT subject, visibility, participants, state, at, epoch, sequence FROM event
                ON CONFLICT (code) DO UPDATE SET visibility = excluded.visibility,
                    participants = excluded.participants, state = excluded.state, changed_at = excluded.changed_at,
                    epoch = excluded.epoch, sequence = excluded.sequence
                WHERE (b.epoch, b.sequence) < (excluded.epoch, excluded.sequence)),
            """;

    /** Of what nobody can lose sight of, and of what came late: whoever could see it then sees it. */
    private static final String NO_BEFORE =
            "before AS (SELECT NULL::text AS visibility, NULL::text[] AS participants),\n";

    private static final String LINE = """
            next AS (UPDATE board.board_feed SET last = last + 1 RETURNING last)
            INSERT INTO board.board_change (seq, event_id, at, epoch, sequence, type, noun, subject, title, from_status,
                to_status, reason, actor_agency, action, task, agency, cycle, visibility, participants, listed,
                visibility_before, participants_before)
            SELECT next.last, event_id, at, epoch, sequence, type, noun, subject, title, from_status, to_status, reason,
                actor_agency, action, task, agency, cycle, event.visibility, event.participants, listed,
                before.visibility, before.participants
            FROM event CROSS JOIN next LEFT JOIN before ON true
            ON CONFLICT (event_id) DO NOTHING""";

    private static final String APPEND = EVENT + NO_BEFORE + LINE;

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
        String noun = reading.noun();
        add(
                switch (noun) {
                    case FeedEntry.TASK, FeedEntry.CHECKPOINT, FeedEntry.HEALTH ->
                        EVENT + GUARDED_STATE.formatted(noun) + LINE;
                    case FeedEntry.EXTENSION -> APPEND;
                    default -> EVENT + STATE.formatted(noun) + NO_BEFORE + LINE;
                },
                event,
                reading);
    }

    /** Takes the line alone. */
    void append(InboxEvent event, Reading reading) throws SQLException {
        add(APPEND, event, reading);
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
