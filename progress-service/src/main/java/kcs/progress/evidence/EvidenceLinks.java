package kcs.progress.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps which submission names which files, so that whoever sees the one sees the others. */
@Singleton
public class EvidenceLinks {
    private static final String KEEP = "INSERT INTO submission_evidence (checkpoint, no, evidence)"
            + " SELECT ?, ?, named FROM unnest(?) AS named ON CONFLICT DO NOTHING";

    private final DataSource database;

    EvidenceLinks(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps the files that a submission names. Call it after the submission was written, in the same transaction; the
     * files were required by {@link EvidenceCheck}. From then on they cannot be deleted.
     *
     * @param no the submission's number
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String checkpoint, int no, List<UUID> files) {
        if (files.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, checkpoint);
            insert.setInt(2, no);
            insert.setArray(3, connection.createArrayOf("uuid", files.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the files of a submission could not be kept", e);
        }
    }
}
