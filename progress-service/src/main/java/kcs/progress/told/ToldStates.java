package kcs.progress.told;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import kcs.chassis.json.ColumnJson;

/**
 * States that were told, as reports read them. Nothing that was told ever changes: as long as there is room, each is made
 * of its row once, by whoever the database shows that row to first.
 */
@Singleton
class ToldStates {
    /** Of some plans all tasks, their health and the agencies; a plan has thirty tasks. A state takes a few kilobytes. */
    private static final int MOST = 2_000;

    private final ColumnJson json;
    private final Cache<Read, Object> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The state of an event, as what it was read. */
    private record Read(UUID event, Class<?> type) {}

    ToldStates(ColumnJson json) {
        this.json = json;
    }

    /**
     * The state in a row.
     *
     * @param row with the columns {@code event_id} and {@code state}
     * @param type immutable
     */
    <T> T of(ResultSet row, Class<T> type) throws SQLException {
        Read read = new Read(row.getObject("event_id", UUID.class), type);
        Object state = known.getIfPresent(read);
        if (state == null) {
            state = json.read(row.getBytes("state"), type);
            known.put(read, state);
        }
        return type.cast(state);
    }
}
