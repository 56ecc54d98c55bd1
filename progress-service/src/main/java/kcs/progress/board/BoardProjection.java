package kcs.progress.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kcs.chassis.inbox.InboxEvent;
import kcs.progress.events.EventConsumer;

/**
 * Keeps the board: the newest state of each plan, task and agency, of each cycle and checkpoint, and of the health of tasks;
 * and a line in the feed for every event.
 */
@ApplicationScoped
@Priority(BoardProjection.PRIORITY)
class BoardProjection implements EventConsumer {

    /** After whoever keeps what this service decides by. */
    static final int PRIORITY = 8;

    private final DataSource dataSource;
    private final ObjectMapper json;

    BoardProjection(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.agency.v1", "kcs.collaboration.v1", RoundReading.TOPIC);
    }

    @Override
    public void apply(List<InboxEvent> events) {
        try (Connection connection = dataSource.getConnection();
                BoardWriter writer = new BoardWriter(connection, json)) {
            for (InboxEvent event : events) {
                Reading reading = Reading.of(event);
                if (reading != null) {
                    writer.apply(event, reading);
                }
            }
            writer.flush();
        } catch (SQLException failure) {
            throw new IllegalStateException("the board cannot be written", failure);
        }
    }

    /** What readers are not shown says what is different now; that is past. */
    @Override
    public void applyHistory(InboxEvent event) {
        Reading reading = Reading.of(event);
        if (reading == null || !reading.listed()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                BoardWriter writer = new BoardWriter(connection, json)) {
            writer.append(event, reading);
            writer.flush();
        } catch (SQLException failure) {
            throw new IllegalStateException("the feed cannot be written", failure);
        }
    }
}
