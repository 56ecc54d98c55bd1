package kcs.progress.evidence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import kcs.chassis.sql.Sql;

/** Keeps which submission names which files, so that whoever sees the one sees the others. */
@Singleton
public class EvidenceLinks {
    private static final String KEEP = "INSERT INTO submission_evidence (checkpoint, no, evidence)"
            + " VALUES (?, ?, ?::uuid) ON CONFLICT DO NOTHING";

    private final Sql sql;

    EvidenceLinks(Sql sql) {
        this.sql = sql;
    }

    /**
     * A file that a submission names.
     *
     * @param no the submission's number
     * @param file the file's id
     */
    public record Named(String checkpoint, int no, String file) {}

    /**
     * Keeps the files that submissions name. Call it after the submissions were written, in the same transaction; the
     * files were required by {@link EvidenceCheck}. From then on they cannot be deleted.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(List<Named> files) {
        sql.changeEach(
                KEEP,
                files.stream()
                        .map(named -> new Object[] {named.checkpoint(), named.no(), named.file()})
                        .toList());
    }
}
