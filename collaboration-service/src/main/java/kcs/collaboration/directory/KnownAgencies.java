package kcs.collaboration.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The agencies that have been registered with their owner, as far as its events have told. */
@Singleton
public class KnownAgencies {
    private final DataSource database;

    KnownAgencies(DataSource database) {
        this.database = database;
    }

    /** Whether there is such an agency; one that was abolished is still known, for what it did. */
    public boolean has(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT FROM directory.agency WHERE code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the directory of agencies could not be read", e);
        }
    }
}
