package kcs.progress.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;

/** Reads what the board holds and where it is troubled. Whom it is for is not its business: see the audiences. */
@ApplicationScoped
public class BoardTables {
    private static final String STATES = "SELECT code, state, changed_at FROM board.board_";
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
                                query(connection, STATES + FeedEntry.CHECKPOINT, BoardRows::returns),
                                states(connection, FeedEntry.HEALTH, TaskHealth.class),
                                new States.Sight()));
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new BoardUnreadableException(failure);
        }
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

    private static <T> Map<String, Dated<T>> states(Connection connection, String noun, Class<T> type)
            throws SQLException {
        return query(connection, STATES + noun, rows -> BoardRows.states(rows, type));
    }

    private static <T> T query(Connection connection, String sql, Rows<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
        }
    }
}
