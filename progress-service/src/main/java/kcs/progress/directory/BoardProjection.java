package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.time.Seoul;
import kcs.progress.events.EventConsumer;

/** Keeps the board: the newest state of each task, plan and agency, and a line in the feed for every event. */
@ApplicationScoped
@Priority(BoardProjection.PRIORITY)
class BoardProjection implements EventConsumer {

    /** After whoever keeps what this service decides by. */
    static final int PRIORITY = 100;

    /** State and feed in one round trip; {@code before} still sees what the statement replaces. */
    private static final String APPLY_TASK = """
            WITH before AS (SELECT visibility, participants FROM board.board_task WHERE code = ?),
            state AS (
                INSERT INTO board.board_task (code, visibility, participants, state, changed_at)
                VALUES (?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (code) DO UPDATE SET visibility = excluded.visibility,
                    participants = excluded.participants, state = excluded.state, changed_at = excluded.changed_at),
            next AS (UPDATE board.board_feed SET last = last + 1 RETURNING last)
            INSERT INTO board.board_change (event_id, at, epoch, sequence, type, noun, subject, title, from_status,
                to_status, reason, actor_agency, visibility, participants, seq, visibility_before, participants_before)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, next.last, before.visibility, before.participants
            FROM next LEFT JOIN before ON true
            ON CONFLICT (event_id) DO NOTHING""";

    private static final String APPLY_STATE = """
            INSERT INTO board.board_%s (code, state, changed_at) VALUES (?, ?::jsonb, ?)
            ON CONFLICT (code) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at""";

    /** An entry that came late knows of no before: whoever could see it then sees it. */
    private static final String APPEND = """
            WITH next AS (UPDATE board.board_feed SET last = last + 1 RETURNING last)
            INSERT INTO board.board_change (event_id, at, epoch, sequence, type, noun, subject, title, from_status,
                to_status, reason, actor_agency, visibility, participants, seq)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, next.last FROM next
            ON CONFLICT (event_id) DO NOTHING""";

    /** The change of status that an event tells of; agencies and tasks have different ones, so they are text here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transition(String from, String to, String reason, String actorAgency) {
        static final Transition NONE = new Transition(null, null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TaskEvent(Transition transition, TaskState task) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlanEvent(Transition transition, PlanState plan) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AgencyEvent(Transition transition, AgencyState agency) {}

    /** What an event says of its subject, whatever that is. */
    private record Reading(
            String noun,
            String code,
            Label title,
            Transition transition,
            Visibility visibility,
            Collection<String> participants) {

        Reading {
            transition = transition == null ? Transition.NONE : transition;
        }
    }

    private final DataSource dataSource;
    private final ObjectMapper json;

    BoardProjection(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.agency.v1", "kcs.collaboration.v1");
    }

    @Override
    public void apply(List<InboxEvent> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement tasks = connection.prepareStatement(APPLY_TASK)) {
            for (InboxEvent event : events) {
                Reading reading = read(event);
                if (reading != null && reading.noun().equals(FeedEntry.TASK)) {
                    bindTask(tasks, event, reading);
                    tasks.addBatch();
                } else if (reading != null) {
                    // The feed tells things in the order in which they came.
                    tasks.executeBatch();
                    applyState(connection, event, reading);
                    append(connection, event, reading);
                }
            }
            tasks.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("the board cannot be written", failure);
        }
    }

    @Override
    public void applyHistory(InboxEvent event) {
        Reading reading = read(event);
        if (reading == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            append(connection, event, reading);
        } catch (SQLException failure) {
            throw new IllegalStateException("the feed cannot be written", failure);
        }
    }

    /** Null for what the board does not show: owners tell of more than that, and of more as time goes on. */
    private static Reading read(InboxEvent event) {
        Reading reading = switch (nounOf(event)) {
            case FeedEntry.TASK -> task(event);
            case FeedEntry.PLAN -> plan(event);
            case FeedEntry.AGENCY -> agency(event);
            default -> null;
        };
        if (reading != null && !reading.code().equals(event.subject())) {
            throw new IllegalArgumentException(
                    "%s of %s holds the state of %s".formatted(event.type(), event.subject(), reading.code()));
        }
        return reading;
    }

    private static String nounOf(InboxEvent event) {
        return event.type().substring(0, event.type().indexOf('.'));
    }

    private static Reading task(InboxEvent event) {
        TaskEvent data = event.dataAs(TaskEvent.class);
        TaskState task = required(data.task(), event);
        return new Reading(
                FeedEntry.TASK, task.code(), task.title(), data.transition(), task.visibility(), task.participants());
    }

    private static Reading plan(InboxEvent event) {
        PlanEvent data = event.dataAs(PlanEvent.class);
        PlanState plan = required(data.plan(), event);
        return new Reading(FeedEntry.PLAN, plan.code(), plan.title(), data.transition(), Visibility.PUBLIC, Set.of());
    }

    private static Reading agency(InboxEvent event) {
        AgencyEvent data = event.dataAs(AgencyEvent.class);
        AgencyState agency = required(data.agency(), event);
        Label name =
                agency.nameOn(LocalDate.ofInstant(event.time(), Seoul.ZONE)).name();
        return new Reading(FeedEntry.AGENCY, agency.code(), name, data.transition(), Visibility.PUBLIC, Set.of());
    }

    private static <T> T required(T state, InboxEvent event) {
        if (state == null) {
            throw new IllegalArgumentException(event.type() + " of " + event.subject() + " holds no state");
        }
        return state;
    }

    private void bindTask(PreparedStatement statement, InboxEvent event, Reading reading) throws SQLException {
        statement.setString(1, reading.code());
        statement.setString(2, reading.code());
        statement.setString(3, reading.visibility().name());
        statement.setArray(4, texts(statement.getConnection(), reading.participants()));
        statement.setString(5, event.data().get(FeedEntry.TASK).toString());
        statement.setObject(6, time(event));
        bindEntry(statement, 7, event, reading);
    }

    private static void applyState(Connection connection, InboxEvent event, Reading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPLY_STATE.formatted(reading.noun()))) {
            statement.setString(1, reading.code());
            statement.setString(2, event.data().get(reading.noun()).toString());
            statement.setObject(3, time(event));
            statement.executeUpdate();
        }
    }

    private void append(Connection connection, InboxEvent event, Reading reading) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            bindEntry(statement, 1, event, reading);
            statement.executeUpdate();
        }
    }

    private void bindEntry(PreparedStatement statement, int first, InboxEvent event, Reading reading)
            throws SQLException {
        Transition move = reading.transition();
        int index = first;
        statement.setObject(index++, event.id());
        statement.setObject(index++, time(event));
        statement.setLong(index++, event.epoch());
        statement.setLong(index++, event.sequence());
        statement.setString(index++, event.type());
        statement.setString(index++, reading.noun());
        statement.setString(index++, event.subject());
        statement.setString(index++, text(reading.title()));
        statement.setString(index++, move.from());
        statement.setString(index++, move.to());
        statement.setString(index++, move.reason());
        statement.setString(index++, move.actorAgency());
        statement.setString(index++, reading.visibility().name());
        statement.setArray(index, texts(statement.getConnection(), reading.participants()));
    }

    private static OffsetDateTime time(InboxEvent event) {
        return OffsetDateTime.ofInstant(event.time(), ZoneOffset.UTC);
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private String text(Label title) {
        try {
            return json.writeValueAsString(title);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("a title cannot be written", failure);
        }
    }
}
