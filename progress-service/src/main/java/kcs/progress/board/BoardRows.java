package kcs.progress.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.Returns;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.Visibility;

/** Reads rows of the board's tables. */
final class BoardRows {
    /** The columns of a line, as {@link #entry} reads them. */
    static final String ENTRY = """
            c.seq, c.at, c.type, c.noun, c.subject, c.title, c.from_status, c.to_status, c.reason, c.actor_agency,
            c.action, c.task, c.agency, c.cycle, c.until, c.visibility_before, c.visibility, c.participants_before,
            c.participants, c.listed""";

    private static final int ENTRY_COLUMNS = 20;

    /** As lenient as the reader that let the state in: what is in the table can be read. */
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private BoardRows() {}

    static <T> Map<String, Dated<T>> states(ResultSet rows, Class<T> type) throws SQLException {
        Map<String, Dated<T>> states = new HashMap<>();
        while (rows.next()) {
            states.put(rows.getString(1), dated(rows.getString(2), instant(rows, 3), type));
        }
        return states;
    }

    static Returns returns(ResultSet rows) throws SQLException {
        Returns returns = Returns.empty();
        while (rows.next()) {
            returns.put(dated(rows.getString(2), instant(rows, 3), CheckpointState.class));
        }
        return returns;
    }

    /** @param limit at which a page is full */
    static FeedPage page(ResultSet rows, int limit) throws SQLException {
        List<FeedEntry> entries = new ArrayList<>();
        States states = States.empty();
        long generation = 0;
        while (rows.next()) {
            generation = rows.getLong(1);
            if (rows.getObject(2) != null) {
                FeedEntry entry = entry(rows, 2);
                entries.add(entry);
                addState(states, entry, rows.getString(2 + ENTRY_COLUMNS), instant(rows, 3 + ENTRY_COLUMNS));
            }
        }
        return new FeedPage(generation, entries, entries.size() == limit, states);
    }

    /** Several lines of one thing carry the same state: it is parsed once. */
    private static void addState(States states, FeedEntry entry, String state, Instant changedAt) {
        if (state == null) {
            return;
        }
        switch (entry.noun()) {
            case FeedEntry.TASK -> add(states.tasks(), entry, state, changedAt, TaskState.class);
            case FeedEntry.PLAN -> add(states.plans(), entry, state, changedAt, PlanState.class);
            case FeedEntry.AGENCY -> add(states.agencies(), entry, state, changedAt, AgencyState.class);
            case FeedEntry.CYCLE -> add(states.cycles(), entry, state, changedAt, CycleState.class);
            case FeedEntry.CHECKPOINT -> add(states.checkpoints(), entry, state, changedAt);
            case FeedEntry.HEALTH -> add(states.health(), entry, state, changedAt, TaskHealth.class);
            default -> throw new IllegalStateException("the board keeps no state of " + entry.noun());
        }
    }

    private static void add(Returns into, FeedEntry entry, String state, Instant changedAt) {
        if (into.get(entry.subject()) == null) {
            into.put(dated(state, changedAt, CheckpointState.class));
        }
    }

    private static <T> void add(
            Map<String, Dated<T>> into, FeedEntry entry, String state, Instant changedAt, Class<T> type) {
        into.computeIfAbsent(entry.subject(), any -> dated(state, changedAt, type));
    }

    /** @param first the column that the entry begins at */
    static FeedEntry entry(ResultSet row, int first) throws SQLException {
        return new FeedEntry(
                row.getLong(first),
                instant(row, first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                label(row.getString(first + 5)),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getString(first + 9),
                row.getString(first + 10),
                row.getString(first + 11),
                row.getString(first + 12),
                row.getString(first + 13),
                row.getObject(first + 14, LocalDate.class),
                visibility(row.getString(first + 15)),
                visibility(row.getString(first + 16)),
                texts(row.getArray(first + 17)),
                texts(row.getArray(first + 18)),
                row.getBoolean(first + 19));
    }

    private static Label label(String text) {
        return text == null ? null : parsed(text, Label.class);
    }

    private static Visibility visibility(String name) {
        return name == null ? null : Visibility.valueOf(name);
    }

    private static Set<String> texts(Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> Dated<T> dated(String state, Instant changedAt, Class<T> type) {
        return new Dated<>(parsed(state, type), changedAt);
    }

    private static <T> T parsed(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the board holds a " + type.getSimpleName() + " it cannot read", failure);
        }
    }
}
