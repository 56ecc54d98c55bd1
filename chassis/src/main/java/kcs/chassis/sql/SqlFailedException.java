package kcs.chassis.sql;

import java.sql.SQLException;

/** The database refused a statement or could not be reached; the cause says which. */
public class SqlFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SqlFailedException(SQLException cause) {
        super("a statement failed: " + cause.getMessage(), cause);
    }

    /** The SQLSTATE, such as 23505 for what is there already. */
    public String state() {
        return ((SQLException) getCause()).getSQLState();
    }
}
