package kcs.progress.submissions;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.json.ColumnJson;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.sql.Sql;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointReading;
import kcs.progress.checkpoints.CheckpointRights;
import kcs.progress.checkpoints.CheckpointStatus;
import kcs.progress.checkpoints.CheckpointStore;

/** What is written and not filed yet: one draft for each checkpoint, seen by whoever files for its agency only. */
@Singleton
class Drafts {
    private static final String GET = "SELECT content, version, saved_at FROM draft WHERE checkpoint = ?";

    private static final String DELETE = "DELETE FROM draft WHERE checkpoint = ?";

    private static final String SAVE = """
            INSERT INTO draft (checkpoint, agency, proxy, content, version, saved_at, saved_by)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?)
            ON CONFLICT (checkpoint, proxy) DO UPDATE SET content = excluded.content, version = excluded.version,
                saved_at = excluded.saved_at, saved_by = excluded.saved_by""";

    /**
     * A draft as it stands.
     *
     * @param version grows with each saving, from the microsecond of the first: one that is begun anew where another was thrown
     *     away or filed never bears a version that the other had
     */
    record Saved(SubmissionContent content, long version, Instant savedAt) {}

    private final Sql sql;
    private final ColumnJson json;
    private final CheckpointReading reading;
    private final CheckpointStore checkpoints;
    private final Idempotency idempotency;
    private final CurrentCaller current;
    private final Clock clock;

    Drafts(
            Sql sql,
            ColumnJson json,
            CheckpointReading reading,
            CheckpointStore checkpoints,
            Idempotency idempotency,
            CurrentCaller current,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.reading = reading;
        this.checkpoints = checkpoints;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
    }

    private static ProblemException none(String checkpoint) {
        return ProblemException.notFound(checkpoint + "/draft");
    }

    /** @throws ProblemException 404 when none is saved that the caller may see */
    @Transactional
    Saved get(String checkpoint) {
        Checkpoint known = reading.get(checkpoint);
        boolean files = CheckpointRights.files(current.get(), known.duty());
        return (files ? find(checkpoint) : Optional.<Saved>empty()).orElseThrow(() -> none(checkpoint));
    }

    Optional<Saved> find(String checkpoint) {
        return sql.one(
                GET,
                row -> new Saved(
                        json.read(row.getString("content"), SubmissionContent.class),
                        row.getLong("version"),
                        Sql.instant(row, "saved_at")),
                checkpoint);
    }

    /** Saves a draft, whole; one that is there already is replaced by whoever has seen it. */
    @Transactional
    Reply save(String id, Change<SubmissionContent> change) {
        Checkpoint checkpoint = checkpoints.forChange(id);
        CheckpointRights.requireFiling(change.caller(), checkpoint.duty());
        SubmissionContent content = change.command();
        return idempotency.once(change, () -> {
            Optional<Saved> before = find(id);
            before.ifPresent(saved -> change.requireVersion(saved.version()));
            requireUse(checkpoint);
            Instant now = clock.instant();
            long version = before.map(saved -> saved.version() + 1)
                    .orElseGet(() -> ChronoUnit.MICROS.between(Instant.EPOCH, now));
            keep(checkpoint, content, version, now, change.caller());
            return idempotency.reply(200, null, version, DraftView.of(content, now));
        });
    }

    /**
     * Throws a draft away.
     *
     * @throws ProblemException 404 when there is none, 403 for those who do not file for the agency, 412 when it was saved
     *     again since it was seen
     */
    @Transactional
    void delete(String id, Change<Void> change) {
        Checkpoint checkpoint = checkpoints.forChange(id);
        CheckpointRights.requireFiling(change.caller(), checkpoint.duty());
        change.requireVersion(find(id).orElseThrow(() -> none(id)).version());
        sql.change(DELETE, id);
    }

    private static void requireUse(Checkpoint checkpoint) {
        CheckpointStatus status = checkpoint.status();
        if (!status.next().contains(CheckpointStatus.SUBMITTED)) {
            throw new ProblemException(409, "illegal-transition", status, CheckpointStatus.SUBMITTED)
                    .with("allowed", status.next());
        }
    }

    private void keep(Checkpoint checkpoint, SubmissionContent content, long version, Instant now, Caller caller) {
        sql.change(
                SAVE,
                checkpoint.id(),
                checkpoint.duty().agency(),
                CheckpointRights.byProxy(caller, checkpoint.duty()),
                json.text(content),
                version,
                now,
                caller.subject());
    }
}
