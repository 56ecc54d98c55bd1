package kcs.progress.submissions;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kcs.chassis.identity.Caller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.evidence.Evidence;
import kcs.progress.evidence.EvidenceLinks;

/** Keeps what was filed, version by version. What is filed is no draft any more. */
@Singleton
public class SubmissionStore {
    static final String COLUMNS = "s.no AS filed_no, s.filed_by, s.submitted_by_agency, s.submitted_at, s.content,"
            + " s.correction_reason, s.accepted_at, s.no = c.accepted_no AS in_force";

    private static final String ADD = """
            WITH drafted AS (DELETE FROM draft WHERE checkpoint = ?)
            INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, percent_complete, declared_health, content,
                correction_reason, submitted_at, submitted_by, submitted_by_agency)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""";

    private final Sql sql;
    private final ColumnJson json;
    private final EvidenceLinks links;

    /** What a checkpoint has just been filed with. */
    public record Version(Checkpoint checkpoint, SubmissionContent content) {}

    SubmissionStore(Sql sql, ColumnJson json, EvidenceLinks links) {
        this.sql = sql;
        this.json = json;
        this.links = links;
    }

    /** Keeps the version that a checkpoint has just been filed with. */
    public void add(Checkpoint checkpoint, SubmissionContent content, String correctionReason, Caller caller) {
        Version filed = new Version(checkpoint, content);
        sql.change(ADD, parameters(filed, correctionReason, caller));
        links.keep(links(filed).toList());
    }

    /** Keeps the versions that many checkpoints have just been filed with, all at once. */
    public void addAll(List<Version> filed, Caller caller) {
        sql.changeEach(
                ADD, filed.stream().map(one -> parameters(one, null, caller)).toList());
        links.keep(filed.stream().flatMap(SubmissionStore::links).toList());
    }

    private Object[] parameters(Version filed, String correctionReason, Caller caller) {
        Checkpoint checkpoint = filed.checkpoint();
        SubmissionContent content = filed.content();
        boolean proxy = CheckpointRights.byProxy(caller, checkpoint.duty());
        return new Object[] {
            checkpoint.id(),
            checkpoint.id(),
            checkpoint.filed().latestNo(),
            checkpoint.duty().task(),
            checkpoint.duty().agency(),
            content.kind(),
            proxy ? FiledBy.PROXY : FiledBy.AGENCY,
            content.percentComplete(),
            content.declaredHealth(),
            json.text(content),
            correctionReason,
            checkpoint.filed().lastAt(),
            caller.subject(),
            caller.agency()
        };
    }

    private static Stream<EvidenceLinks.Named> links(Version filed) {
        Checkpoint checkpoint = filed.checkpoint();
        return filed.content().evidence().stream()
                .map(Evidence::file)
                .filter(Objects::nonNull)
                .map(file -> new EvidenceLinks.Named(
                        checkpoint.id(), checkpoint.filed().latestNo(), file));
    }

    /** @param row with {@link #COLUMNS} of submission {@code s} and its checkpoint {@code c} */
    SubmissionView view(ResultSet row) throws SQLException {
        SubmissionContent content = json.read(row.getString("content"), SubmissionContent.class);
        var submittedAt = Sql.instant(row, "submitted_at");
        return new SubmissionView(
                row.getInt("filed_no"),
                content.kind(),
                FiledBy.valueOf(row.getString("filed_by")),
                row.getString("submitted_by_agency"),
                submittedAt,
                Seoul.dayOf(submittedAt),
                content.approval(),
                content.percentComplete(),
                content.declaredHealth(),
                content.achievements(),
                content.issues(),
                content.nextSteps(),
                content.measurements(),
                content.evidence(),
                row.getString("correction_reason"),
                Sql.instant(row, "accepted_at"),
                row.getBoolean("in_force"));
    }
}
