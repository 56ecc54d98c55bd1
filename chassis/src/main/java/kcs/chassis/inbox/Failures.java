package kcs.chassis.inbox;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Set;

/** Tells what is wrong with a record, and would be again, from what is wrong with the world and may pass. */
final class Failures {

    private static final Set<String> MISSING_TABLE_OR_SCHEMA = Set.of("42P01", "3F000");

    /** SQLSTATE classes of a statement that can never succeed: data, integrity, syntax or access. */
    private static final Set<String> LASTING = Set.of("21", "22", "23", "42", "44", "P0");

    /** A schema that is just being made has no grants yet. */
    private static final String FORBIDDEN = "42501";

    private Failures() {}

    /** Whether the failure lies in the record or in what its handler does with it: trying again would not help. */
    static boolean liesInTheRecord(Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        if (sql != null) {
            // The pool gives no state when it has no connection to give.
            String state = sql.getSQLState();
            return state != null && !state.equals(FORBIDDEN) && LASTING.contains(state.substring(0, 2));
        }
        return !(failure instanceof DeposedException)
                && find(failure, RollbackException.class) == null
                && find(failure, SystemException.class) == null;
    }

    /** Whether a table or its schema is not there. */
    static boolean isMissingTable(Throwable failure) {
        SQLException sql = find(failure, SQLException.class);
        return sql != null && sql.getSQLState() != null && MISSING_TABLE_OR_SCHEMA.contains(sql.getSQLState());
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
