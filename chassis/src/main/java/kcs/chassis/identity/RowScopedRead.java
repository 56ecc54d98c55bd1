package kcs.chassis.identity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads one row by its key in one round trip, with row security: who asks and what is asked go to the database together,
 * and PostgreSQL takes both as one transaction. A transaction of the usual kind would take four round trips.
 */
@Singleton
public class RowScopedRead {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource database;
    private final CurrentCaller current;

    RowScopedRead(DataSource database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    /**
     * The row with this key, if there is one that the caller may see. Not to be used inside a transaction.
     *
     * @param sql a query with one {@code ?}, for the key
     */
    public <T> Optional<T> one(String sql, String key, RowReader<T> reader) {
        Caller caller = current.get();
        boolean known = !caller.roles().isEmpty();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(known ? RowSecurity.SET_CALLER + "; " + sql : sql)) {
            if (known) {
                select.setString(1, caller.rolesForRowSecurity());
                select.setString(2, caller.agencyForRowSecurity());
            }
            select.setString(known ? 3 : 1, key);
            select.execute();
            if (known) {
                select.getMoreResults();
            }
            try (ResultSet row = select.getResultSet()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a row could not be read", e);
        }
    }
}
