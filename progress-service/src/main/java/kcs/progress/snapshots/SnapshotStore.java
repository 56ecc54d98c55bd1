package kcs.progress.snapshots;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;

/** Keeps snapshots; what the caller may not see is not there. */
@Singleton
class SnapshotStore {
    static final String COLUMNS = "no, id, plan, period, as_of, meeting, taken_at, manifest, hash, previous_hash,"
            + " (SELECT published_at FROM snapshot_publication WHERE snapshot = no) AS published_at";

    private static final String ONE = "SELECT " + COLUMNS + " FROM snapshot WHERE id = ?";
    private static final String NUMBERED = "SELECT " + COLUMNS + " FROM snapshot WHERE no = ?";

    /** One chain: whoever adds to it waits for whoever is adding. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('kcs.snapshot'))";

    private static final String LAST = "SELECT " + COLUMNS + " FROM snapshot ORDER BY no DESC LIMIT 1";

    private static final String ADD = """
            INSERT INTO snapshot (no, id, plan, period, as_of, meeting, taken_at, taken_by, manifest, hash, previous_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_FILE = """
            INSERT INTO snapshot_file (snapshot, edition, format, language, media_type, sha256, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String PUBLISH = """
            INSERT INTO snapshot_publication (snapshot, published_at, published_by, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT (snapshot) DO NOTHING""";

    private static final String FILES =
            "SELECT edition, format, language, media_type, content FROM snapshot_file WHERE snapshot = ?"
                    + " ORDER BY edition, format, language";

    private static final String FILE = "SELECT edition, format, language, media_type, content FROM snapshot_file"
            + " WHERE snapshot = ? AND edition = ? AND format = ? AND language = ?";

    private final Sql sql;

    SnapshotStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * A file as it is kept.
     *
     * @param language empty for JSON
     */
    record Kept(Edition edition, String format, String language, String mediaType, byte[] content) {}

    /** @throws ProblemException 404 when there is none that the caller may see */
    Snapshot get(String id) {
        return sql.one(ONE, SnapshotStore::snapshot, id).orElseThrow(() -> ProblemException.notFound(id));
    }

    Optional<Snapshot> numbered(long no) {
        return sql.one(NUMBERED, SnapshotStore::snapshot, no);
    }

    /** The newest of the chain, which nobody else adds to until the transaction ends. */
    Optional<Snapshot> lastForAdding() {
        sql.list(LOCK, row -> true);
        return sql.one(LAST, SnapshotStore::snapshot);
    }

    void add(Snapshot snapshot, String takenBy, List<Kept> files) {
        sql.change(
                ADD,
                snapshot.no(),
                snapshot.id(),
                snapshot.plan(),
                snapshot.period(),
                snapshot.asOf(),
                snapshot.meeting(),
                snapshot.takenAt(),
                takenBy,
                snapshot.manifest(),
                snapshot.hash(),
                snapshot.previousHash());
        for (Kept file : files) {
            sql.change(
                    ADD_FILE,
                    snapshot.no(),
                    file.edition(),
                    file.format(),
                    file.language(),
                    file.mediaType(),
                    Canonical.sha256(file.content()),
                    file.content());
        }
    }

    /** Whether it was not published before. */
    boolean publish(Snapshot snapshot, Instant now, String by, String reason) {
        return sql.change(PUBLISH, snapshot.no(), now, by, reason) == 1;
    }

    List<Kept> files(Snapshot snapshot) {
        return sql.list(FILES, SnapshotStore::kept, snapshot.no());
    }

    Optional<Kept> file(Snapshot snapshot, Edition edition, String format, String language) {
        return sql.one(FILE, SnapshotStore::kept, snapshot.no(), edition, format, language);
    }

    static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(
                row.getLong("no"),
                row.getString("id"),
                row.getString("plan"),
                row.getString("period"),
                Sql.instant(row, "as_of"),
                row.getString("meeting"),
                Sql.instant(row, "taken_at"),
                row.getBytes("manifest"),
                row.getString("hash"),
                row.getString("previous_hash"),
                Sql.instant(row, "published_at"));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                Edition.valueOf(row.getString("edition")),
                row.getString("format"),
                row.getString("language"),
                row.getString("media_type"),
                row.getBytes("content"));
    }
}
