package kcs.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Sends events again that were published before, with the ids and sequences they had. Consumers that have seen them do
 * nothing; a topic that was lost is filled again.
 */
@ApplicationScoped
public class Replay {

    private final DataSource dataSource;
    private final RelaySignal signal;

    Replay(DataSource dataSource, RelaySignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
    }

    /**
     * Marks published events as waiting.
     *
     * @param aggregate whose events, or null for all
     * @return how many events will be sent again
     */
    @Transactional
    public int start(String aggregate) {
        String sql = "UPDATE outbox SET published_at = NULL WHERE published_at IS NOT NULL";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(aggregate == null ? sql : sql + " AND aggregate = ?")) {
            if (aggregate != null) {
                statement.setString(1, aggregate);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot mark events for replay", failure);
        }
    }

    /** Spares the caller the relay's next poll. */
    void wake() {
        signal.wake();
    }
}
