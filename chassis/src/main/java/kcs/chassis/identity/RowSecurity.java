package kcs.chassis.identity;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells PostgreSQL for whom each transaction runs, so that row-level policies hold against the service itself.
 *
 * <p>The settings are local to the transaction: a connection that returns to the pool remembers nobody, and a
 * statement outside a transaction sees what the public sees. Where there is no caller both are empty, and every policy
 * refuses.
 */
@Singleton
public class RowSecurity implements AgroalPoolInterceptor {
    /** Sets both at once; also the first half of a single-round-trip read, see {@code RowScopedRead}. */
    public static final String SET_CALLER =
            "SELECT set_config('kcs.roles', ?, true), set_config('kcs.agency', ?, true)";

    private final CurrentCaller current;

    RowSecurity(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Caller caller = current.get();
        if (caller.roles().isEmpty()) {
            return;
        }
        try {
            if (connection.getAutoCommit()) {
                return;
            }
            try (PreparedStatement set = connection.prepareStatement(SET_CALLER)) {
                set.setString(1, caller.rolesForRowSecurity());
                set.setString(2, caller.agencyForRowSecurity());
                set.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the caller could not be made known to the database", e);
        }
    }
}
