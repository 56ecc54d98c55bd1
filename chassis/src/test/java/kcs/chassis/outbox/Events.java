package kcs.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Events for tests, and how many of them still wait. */
public final class Events {

    private Events() {}

    public static OutboxEvent note(String subject, String text) {
        return new OutboxEvent("note/" + subject, subject, "note.changed", subject, Map.of("text", text));
    }

    static long waiting(DataSource dataSource, String aggregate) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT count(*) FROM outbox WHERE aggregate = ? AND published_at IS NULL")) {
            select.setString(1, aggregate);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
