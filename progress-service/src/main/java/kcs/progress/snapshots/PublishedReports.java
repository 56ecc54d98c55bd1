package kcs.progress.snapshots;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kcs.chassis.sql.Sql;
import org.jboss.logging.Logger;

/** Reads the published reports; to be called inside a transaction. */
@Singleton
public class PublishedReports {
    private static final Logger LOG = Logger.getLogger(PublishedReports.class);

    private static final String ALL = "SELECT " + SnapshotStore.COLUMNS + " FROM snapshot"
            + " WHERE EXISTS (SELECT FROM snapshot_publication WHERE snapshot = no) ORDER BY no";

    private static final String DATA =
            "SELECT content FROM snapshot_file" + " WHERE snapshot = ? AND edition = 'PUBLIC' AND format = 'json'";

    private final Sql sql;

    PublishedReports(Sql sql) {
        this.sql = sql;
    }

    /** All of them, the oldest first. One that is damaged is left out: it must not keep the others from being read. */
    public List<PublishedReport> all() {
        return sql.list(ALL, SnapshotStore::snapshot).stream()
                .map(PublishedReports::published)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The data of the public edition, as JSON; empty where somebody took it away. */
    public Optional<byte[]> data(PublishedReport report) {
        return sql.one(DATA, row -> row.getBytes("content"), report.no());
    }

    private static Optional<PublishedReport> published(Snapshot snapshot) {
        try {
            List<PublishedReport.File> files = Manifest.read(snapshot.manifest()).files().stream()
                    .filter(file -> file.edition() == Edition.PUBLIC)
                    .map(PublishedReports::file)
                    .toList();
            return Optional.of(new PublishedReport(
                    snapshot.no(),
                    snapshot.id(),
                    snapshot.plan(),
                    snapshot.period(),
                    snapshot.asOf(),
                    snapshot.meeting(),
                    snapshot.publishedAt(),
                    files));
        } catch (IOException damaged) {
            LOG.errorf(damaged, "the manifest of %s is damaged", snapshot.id());
            return Optional.empty();
        }
    }

    private static PublishedReport.File file(Manifest.File file) {
        String language = file.language().isEmpty() ? null : file.language();
        return new PublishedReport.File(file.format(), language, file.size(), file.sha256());
    }
}
