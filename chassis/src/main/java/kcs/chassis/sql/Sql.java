package kcs.chassis.sql;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Statements with their parameters, on the connection of the transaction at hand, for its caller. Parameters are numbers,
 * text, dates, {@link Instant}s, enums (as their names), arrays of text, or null.
 */
@Singleton
public class Sql {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Does something with a row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /**
     * Has the rest of a transaction's statements planned for the values that they are asked with. Elsewhere a statement is
     * planned once for all values, which suits what is found by its key; what is filtered may be few rows or most of a
     * table.
     */
    public static final String PLAN_FOR_VALUES = "SELECT set_config('plan_cache_mode', 'auto', true)";

    private static final int PORTION = 1000;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;

    Sql(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Says {@link #PLAN_FOR_VALUES}, once in a transaction however often it is called; not to be called outside of one. */
    public void planForValues() {
        if (transaction.getResource(PLAN_FOR_VALUES) == null) {
            change(PLAN_FOR_VALUES);
            transaction.putResource(PLAN_FOR_VALUES, Boolean.TRUE);
        }
    }

    /** Every row of a query, or of a statement that returns some. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /**
     * Hands over every row of a query, a thousand at a time: what is read need not fit into the memory. Only inside a
     * transaction are they not fetched all at once.
     */
    public void each(String sql, RowConsumer consumer, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters)) {
            statement.setFetchSize(PORTION);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    consumer.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /** The first row of a query, or of a statement that returns one. */
    public <T> Optional<T> one(String sql, RowReader<T> reader, Object... parameters) {
        List<T> found = list(sql, reader, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /**
     * Changes rows; several statements may be joined by semicolons and go in one round trip.
     *
     * @return how many rows the first of them changed
     */
    public int change(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    /**
     * Changes rows by one statement, once for each list of parameters: in their order, each seeing what those before it
     * did, and together in one round trip.
     *
     * @param sql a single statement
     * @return how many rows each of them changed
     */
    public int[] changeEach(String sql, List<Object[]> parameters) {
        if (parameters.isEmpty()) {
            return new int[0];
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : parameters) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailedException(e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, value(parameters[i]));
        }
    }

    private static Object value(Object parameter) {
        if (parameter instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return parameter instanceof Enum<?> word ? word.name() : parameter;
    }

    /** The instant in a column; null where there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
