package kcs.collaboration.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        return !among(List.of(code)).isEmpty();
    }

    /** Those of these codes that are known, asked for at once. */
    public Set<String> among(Collection<String> codes) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT code FROM directory.agency WHERE code = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            Set<String> known = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString("code"));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("the directory of agencies could not be read", e);
        }
    }
}
