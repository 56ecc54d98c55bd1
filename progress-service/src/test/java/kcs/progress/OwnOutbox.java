package kcs.progress;

import static kcs.progress.Owners.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import kcs.progress.Owners.Told;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's own outbox, written by its owner: as published, so that a test decides what the topic gets. */
public final class OwnOutbox {
    private static final String KEEP = """
            WITH next AS (
                INSERT INTO outbox_sequence AS s (aggregate, last) VALUES (?, 1)
                ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1 RETURNING last)
            INSERT INTO outbox
                (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, data, published_at)
            SELECT ?, ?, 1, last, ?, ?, ?, ?, ?, now() FROM next RETURNING sequence""";

    private static final String PLANT = """
            UPDATE outbox SET data = ? WHERE aggregate = ? AND sequence =
                (SELECT last FROM outbox_sequence WHERE aggregate = outbox.aggregate)""";

    private static final String NEWEST =
            "SELECT data FROM outbox JOIN outbox_sequence USING (aggregate) WHERE aggregate = ? AND sequence = last";

    OwnOutbox() {}

    Told keep(String type, String key, String subject, Instant time, JsonNode data) {
        String aggregate = type.substring(0, type.indexOf('.')) + "/" + subject;
        UUID id = UUID.randomUUID();
        long sequence = Long.parseLong(
                one(KEEP, aggregate, id, aggregate, key, type, subject, time.atOffset(ZoneOffset.UTC), bytes(data)));
        return new Told(id, aggregate, sequence, type, key, subject, time, data);
    }

    /** The newest data of an aggregate, to be changed and told. */
    public JsonNode newest(String aggregate) {
        try {
            return JSON.readTree(one(NEWEST, aggregate));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Rewrites what the newest event of an aggregate says, so that the published one says otherwise. */
    public void plant(String aggregate, JsonNode data) {
        execute(PLANT, bytes(data), aggregate);
    }

    /** Forgets that it ever told of an aggregate. */
    public void forget(String aggregate) {
        execute("DELETE FROM outbox WHERE aggregate = ?", aggregate);
        execute("DELETE FROM outbox_sequence WHERE aggregate = ?", aggregate);
    }

    private static byte[] bytes(JsonNode data) {
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String one(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Object value = row.getObject(1);
            return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** The role that owns the tables: the service itself may not rewrite what it told. */
    public static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
