package kcs.collaboration.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.inbox.InboxHandler;

/** Keeps this service's own directory of agencies, fed by the events of their owner. */
@Singleton
class AgencyDirectory implements InboxHandler {
    private static final String KEEP = "INSERT INTO directory.agency (code, status, state) VALUES (?, ?, ?::jsonb)"
            + " ON CONFLICT (code) DO UPDATE SET status = excluded.status, state = excluded.state";

    private final DataSource database;

    AgencyDirectory(DataSource database) {
        this.database = database;
    }

    /** What this service reads of an agency's events. */
    private record Told(Agency agency) {
        private record Agency(String code, String status) {}
    }

    @Override
    public Set<String> topics() {
        return Set.of("kcs.agency.v1");
    }

    @Override
    public void apply(List<InboxEvent> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (InboxEvent event : events) {
                if (event.type().startsWith("agency.")) {
                    Told.Agency agency = event.dataAs(Told.class).agency();
                    keep.setString(1, agency.code());
                    keep.setString(2, agency.status());
                    keep.setString(3, event.data().get("agency").toString());
                    keep.addBatch();
                }
            }
            keep.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("an agency could not be kept", e);
        }
    }

    /** The directory knows only what is; what was is its owner's to tell. */
    @Override
    public void applyHistory(InboxEvent event) {}
}
