package kcs.chassis.time;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Keeps demonstrations and real data apart. {@code deploy/demo} marks its databases by the comment
 * {@value #MARK}; a service starts as a demonstration on such a database alone, and on such a database as nothing else.
 */
@Singleton
class DemonstrationMark {
    static final String MARK = "demonstration";
    private static final int BEFORE_ANYTHING_ELSE = 1;
    private static final String COMMENT = "SELECT current_database(), shobj_description(oid, 'pg_database')"
            + " FROM pg_database WHERE datname = current_database()";

    private final DataSource database;
    private final Demonstration demonstration;

    DemonstrationMark(DataSource database, Demonstration demonstration) {
        this.database = database;
        this.demonstration = demonstration;
    }

    void start(@Observes @Priority(BEFORE_ANYTHING_ELSE) StartupEvent starting) {
        require();
    }

    /**
     * Compares the setting with the database.
     *
     * @throws IllegalStateException when they differ; the service does not start
     */
    void require() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COMMENT);
                ResultSet row = select.executeQuery()) {
            row.next();
            require(row.getString(1), MARK.equals(row.getString(2)));
        } catch (SQLException failure) {
            throw new IllegalStateException("whether this is a demonstration's database cannot be read", failure);
        }
    }

    private void require(String name, boolean marked) {
        if (demonstration.on() && !marked) {
            throw new IllegalStateException("kcs.demonstration is set, but the database " + name
                    + " is not a demonstration's: its clock must not be moved. Take the setting away; deploy/demo starts"
                    + " a demonstration on data of its own");
        }
        if (marked && !demonstration.on()) {
            throw new IllegalStateException(
                    "the database " + name + " is marked as a demonstration's: its data must not"
                            + " be served as real. Connect the service to its own database; deploy/demo starts the"
                            + " demonstration");
        }
    }
}
