package kcs.progress;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The database as the service's own role finds it when nothing in the code stands before it: whoever asks says so and is
 * believed. Nothing that is done here stays.
 *
 * @param roles null where nobody says who asks
 */
public record RowScope(String roles, String agency) {
    /** A session that was once told who asks has the setting for ever, if empty; in this one nobody ever says it. */
    private static final Connection SILENT = connect();

    private static final Connection SPEAKING = connect();

    /** What PostgreSQL says where a role or a row policy does not allow something. */
    private static final String NOT_ALLOWED = "42501";

    /** What it says where a row would belong to one agency and hang on another's checkpoint. */
    private static final String CONTRADICTION = "23514";

    /** The one number that a query answers. */
    public long number(String sql) {
        return inTransaction(statement -> {
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many rows a statement changes; -1 where it is refused. */
    public int changes(String sql) {
        return inTransaction(statement -> {
            try {
                return statement.executeUpdate(sql);
            } catch (SQLException refused) {
                if (refused.getSQLState().equals(NOT_ALLOWED)
                        || refused.getSQLState().equals(CONTRADICTION)) {
                    return -1;
                }
                throw refused;
            }
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        Connection connection = roles == null ? SILENT : SPEAKING;
        try (Statement statement = connection.createStatement()) {
            if (roles != null) {
                statement.execute("SELECT set_config('kcs.roles', '%s', true), set_config('kcs.agency', '%s', true)"
                        .formatted(roles, agency == null ? "" : agency));
            }
            try {
                return work.on(statement);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Connection connect() {
        Config config = ConfigProvider.getConfig();
        try {
            Connection connection = DriverManager.getConnection(
                    config.getValue("quarkus.datasource.jdbc.url", String.class),
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class));
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
