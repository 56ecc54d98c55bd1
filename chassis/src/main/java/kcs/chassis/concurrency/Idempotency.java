package kcs.chassis.concurrency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kcs.chassis.problem.ProblemException;

/**
 * Does a thing once per key. The key is taken and the answer kept in the transaction of the effect: either both are
 * there or neither, and of two requests with one key the second waits for the first.
 */
@Singleton
public class Idempotency {
    private static final String TAKE =
            "INSERT INTO idempotency_key (client, key, fingerprint) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String KEEP =
            "UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ? WHERE client = ? AND key = ?";
    private static final String FIND =
            "SELECT fingerprint, status, location, etag, body FROM idempotency_key WHERE client = ? AND key = ?";

    private final DataSource database;
    private final ObjectMapper json;

    Idempotency(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The answer of the effect, or the kept one of an earlier request with the same key.
     *
     * @throws ProblemException 422 when the key was used for another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Reply once(Change<?> change, Supplier<Reply> effect) {
        if (change.idempotencyKey() == null) {
            return checked(change, effect);
        }
        try (Connection connection = database.getConnection()) {
            if (!take(connection, change)) {
                return kept(connection, change);
            }
            Reply reply = checked(change, effect);
            keep(connection, change, reply);
            return reply;
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key could not be kept", e);
        }
    }

    /**
     * The kept answer of an earlier request with the same key. For what takes so long that it is prepared before the
     * transaction of the effect: without asking here, a repeated request would be prepared once more.
     *
     * @throws ProblemException 422 when the key was used for another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Reply> earlier(Change<?> change) {
        if (change.idempotencyKey() == null) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return found(connection, change);
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key could not be read", e);
        }
    }

    private static Reply checked(Change<?> change, Supplier<Reply> effect) {
        Reply reply = effect.get();
        change.requireLimits();
        return reply;
    }

    /** The answer that shows a thing after its change. */
    public Reply reply(int status, String location, long version, Object view) {
        try {
            byte[] body = json.writeValueAsBytes(view);
            return new Reply(status, location, ETag.of(version, body), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean take(Connection connection, Change<?> change) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, change.caller().subject());
            take.setString(2, change.idempotencyKey());
            take.setString(3, change.fingerprint());
            return take.executeUpdate() == 1;
        }
    }

    private static void keep(Connection connection, Change<?> change, Reply reply) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setInt(1, reply.status());
            keep.setString(2, reply.location());
            keep.setString(3, reply.etag());
            keep.setBytes(4, reply.body());
            keep.setString(5, change.caller().subject());
            keep.setString(6, change.idempotencyKey());
            keep.executeUpdate();
        }
    }

    private static Reply kept(Connection connection, Change<?> change) throws SQLException {
        return found(connection, change).orElseThrow(() -> new ProblemException(422, "idempotency-key-reused"));
    }

    private static Optional<Reply> found(Connection connection, Change<?> change) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, change.caller().subject());
            find.setString(2, change.idempotencyKey());
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString("fingerprint").equals(change.fingerprint())) {
                    throw new ProblemException(422, "idempotency-key-reused");
                }
                return Optional.of(new Reply(
                        row.getInt("status"), row.getString("location"), row.getString("etag"), row.getBytes("body")));
            }
        }
    }
}
