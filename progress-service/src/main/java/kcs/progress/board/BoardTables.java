package kcs.progress.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.Visibility;

/** Reads the board's tables. Whom it is for is not its business: see the dashboard's audiences. */
@ApplicationScoped
public class BoardTables {

    /** The most lines of the feed that are read at once. */
    public static final int PAGE = 500;

    private static final int LONGEST_PORTION = 10_000;

    /** What the board keeps a state of, each in a table of its own. */
    private static final List<String> KEPT = List.of(
            FeedEntry.TASK, FeedEntry.PLAN, FeedEntry.AGENCY, FeedEntry.CYCLE, FeedEntry.CHECKPOINT, FeedEntry.HEALTH);

    private static final String ENTRY = """
            c.seq, c.at, c.type, c.noun, c.subject, c.title, c.from_status, c.to_status, c.reason, c.actor_agency,
            c.action, c.task, c.agency, c.cycle, c.visibility_before, c.visibility, c.participants_before,
            c.participants, c.listed""";

    private static final int ENTRY_COLUMNS = 19;

    /**
     * The generation comes with the lines, so that lines of another life of the schema are never taken for these.
     * OFFSET 0 keeps PostgreSQL from joining whole tables: it takes a page for full, most hold a line or two.
     */
    private static final String SINCE =
            """
            SELECT g.id AS generation, %s, s.state, s.changed_at
            FROM board.generation g
            LEFT JOIN LATERAL (
                SELECT * FROM board.board_change WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT %d) c ON true
            LEFT JOIN LATERAL (%s OFFSET 0) s ON true
            ORDER BY c.seq""".formatted(ENTRY, PAGE, KEPT.stream().map("""
                                    SELECT state, changed_at FROM board.board_%1$s
                                    WHERE c.noun = '%1$s' AND code = c.subject"""::formatted).collect(Collectors.joining(" UNION ALL ")));

    /** By what happened when, not by when it was learnt: a rebuilt board shows the same. */
    private static final String LATEST = "SELECT " + ENTRY + " FROM board.board_change c WHERE c.listed AND c.seq <= ?"
            + " ORDER BY c.at DESC, c.noun DESC, c.subject DESC, c.epoch DESC, c.sequence DESC LIMIT ? OFFSET ?";

    private static final String HEAD = "SELECT g.id, f.last FROM board.generation g, board.board_feed f";

    private static final String TROUBLES = """
            SELECT 'gap', aggregate FROM board.inbox_gap WHERE closed_at IS NULL
            UNION ALL SELECT 'parked', coalesce(aggregate, '') FROM board.inbox_parked WHERE reprocessed_at IS NULL
            UNION ALL SELECT 'stale', aggregate FROM board.inbox_aggregate WHERE stale
            ORDER BY 1, 2 LIMIT 10000""";

    /** Reads one row. */
    @FunctionalInterface
    private interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** As lenient as the reader that let the state in: what is in the table can be read. */
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final DataSource dataSource;

    BoardTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Everything, as of one moment. */
    public Contents all() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                long[] head = query(connection, HEAD, BoardTables::head);
                return new Contents(
                        head[0],
                        head[1],
                        new States(
                                states(connection, FeedEntry.TASK, TaskState.class),
                                states(connection, FeedEntry.PLAN, PlanState.class),
                                states(connection, FeedEntry.AGENCY, AgencyState.class),
                                states(connection, FeedEntry.CYCLE, CycleState.class),
                                states(connection, FeedEntry.CHECKPOINT, CheckpointState.class),
                                states(connection, FeedEntry.HEALTH, TaskHealth.class)));
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
    }

    /** The newest line of the feed in the database; another replica may have written it. */
    public long last() {
        try (Connection connection = dataSource.getConnection()) {
            return query(connection, HEAD, BoardTables::head)[1];
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
    }

    /**
     * The lines behind a place.
     *
     * @param upTo the last that is wanted
     */
    public FeedPage since(long seq, long upTo) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setLong(1, seq);
            select.setLong(2, upTo);
            try (ResultSet rows = select.executeQuery()) {
                return page(rows);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
    }

    /**
     * The newest lines that are wanted, newest first.
     *
     * @param upTo place in the feed behind which nothing is looked at
     */
    public List<FeedEntry> latest(long upTo, int limit, Predicate<FeedEntry> wanted) {
        List<FeedEntry> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setLong(1, upTo);
            int portion = 2 * limit;
            int passed = 0;
            boolean more = true;
            while (more && found.size() < limit) {
                select.setInt(2, portion);
                select.setInt(3, passed);
                int read = keep(select, wanted, found);
                more = read == portion;
                passed += read;
                // Few of them are wanted, then: further back in longer strides.
                portion = Math.min(2 * portion, LONGEST_PORTION);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private int keep(PreparedStatement select, Predicate<FeedEntry> wanted, List<FeedEntry> found) throws SQLException {
        int read = 0;
        try (ResultSet rows = select.executeQuery()) {
            for (; rows.next(); read++) {
                FeedEntry entry = entry(rows, 1);
                if (wanted.test(entry)) {
                    found.add(entry);
                }
            }
        }
        return read;
    }

    /** Where the board is known not to be what its sources are. */
    public Troubles troubles() {
        Map<String, List<String>> byKind = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            query(connection, TROUBLES, rows -> {
                while (rows.next()) {
                    byKind.computeIfAbsent(rows.getString(1), kind -> new ArrayList<>())
                            .add(rows.getString(2));
                }
                return null;
            });
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
        return new Troubles(
                byKind.getOrDefault("gap", List.of()),
                byKind.getOrDefault("parked", List.of()),
                byKind.getOrDefault("stale", List.of()));
    }

    private static long[] head(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new SQLException("the board has no generation");
        }
        return new long[] {row.getLong(1), row.getLong(2)};
    }

    private <T> Map<String, Dated<T>> states(Connection connection, String noun, Class<T> type) throws SQLException {
        return query(connection, "SELECT code, state, changed_at FROM board.board_" + noun, rows -> {
            Map<String, Dated<T>> states = new HashMap<>();
            while (rows.next()) {
                states.put(rows.getString(1), dated(rows.getString(2), instant(rows, 3), type));
            }
            return states;
        });
    }

    private FeedPage page(ResultSet rows) throws SQLException {
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
        return new FeedPage(generation, entries, entries.size() == PAGE, states);
    }

    /** Several lines of one thing carry the same state: it is parsed once. */
    private void addState(States states, FeedEntry entry, String state, Instant changedAt) {
        if (state == null) {
            return;
        }
        switch (entry.noun()) {
            case FeedEntry.TASK -> add(states.tasks(), entry, state, changedAt, TaskState.class);
            case FeedEntry.PLAN -> add(states.plans(), entry, state, changedAt, PlanState.class);
            case FeedEntry.AGENCY -> add(states.agencies(), entry, state, changedAt, AgencyState.class);
            case FeedEntry.CYCLE -> add(states.cycles(), entry, state, changedAt, CycleState.class);
            case FeedEntry.CHECKPOINT -> add(states.checkpoints(), entry, state, changedAt, CheckpointState.class);
            case FeedEntry.HEALTH -> add(states.health(), entry, state, changedAt, TaskHealth.class);
            default -> throw new IllegalStateException("the board keeps no state of " + entry.noun());
        }
    }

    private <T> void add(Map<String, Dated<T>> into, FeedEntry entry, String state, Instant changedAt, Class<T> type) {
        into.computeIfAbsent(entry.subject(), any -> dated(state, changedAt, type));
    }

    private FeedEntry entry(ResultSet row, int first) throws SQLException {
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
                visibility(row.getString(first + 14)),
                visibility(row.getString(first + 15)),
                texts(row.getArray(first + 16)),
                texts(row.getArray(first + 17)),
                row.getBoolean(first + 18));
    }

    private Label label(String text) {
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

    private <T> Dated<T> dated(String state, Instant changedAt, Class<T> type) {
        return new Dated<>(parsed(state, type), changedAt);
    }

    private <T> T parsed(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("the board holds a " + type.getSimpleName() + " it cannot read", failure);
        }
    }

    private static <T> T query(Connection connection, String sql, Rows<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
        }
    }
}
