package kcs.progress.snapshots;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.document.ReportFormat;
import kcs.progress.reports.ReportFiles;

/** Freezes reports, and makes them public. */
@Singleton
class Snapshotting {
    private static final String PATH = "/api/v1/snapshots/";

    private final SnapshotStore store;
    private final ReportFiles reports;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Clock clock;

    Snapshotting(SnapshotStore store, ReportFiles reports, Outbox outbox, Idempotency idempotency, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Takes a snapshot: both editions, every format, both languages.
     *
     * @throws ProblemException 404 when there was no such plan or cycle then; 422 for an instant in the future
     */
    @Transactional
    Reply take(Change<TakeSnapshot> change) {
        TakeSnapshot wanted = change.command();
        return idempotency.once(change, () -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant asOf = wanted.asOf() == null ? now : wanted.asOf().truncatedTo(ChronoUnit.MICROS);
            if (asOf.isAfter(now)) {
                throw ProblemException.invalid(FieldError.of("/asOf", "future-instant"));
            }
            List<SnapshotStore.Kept> files = files(wanted, asOf);
            Snapshot taken = linked(wanted, asOf, now, files);
            return idempotency.reply(
                    201,
                    PATH + taken.id(),
                    taken.version(),
                    SnapshotView.of(kept(taken, files, change.caller()), change.caller()));
        });
    }

    private List<SnapshotStore.Kept> files(TakeSnapshot wanted, Instant asOf) {
        List<SnapshotStore.Kept> files = new ArrayList<>();
        for (Edition edition : Edition.values()) {
            for (ReportFiles.ReportFile file :
                    reports.portfolio(wanted.plan(), wanted.period(), asOf, edition.audience())) {
                byte[] bytes = file.format() == ReportFormat.JSON ? Canonical.json(file.bytes()) : file.bytes();
                files.add(new SnapshotStore.Kept(
                        edition,
                        file.format().suffix(),
                        file.language() == null ? "" : file.language(),
                        file.format().mediaType(),
                        bytes));
            }
        }
        return files;
    }

    /** Linked to the newest, which stays the newest until the transaction ends. */
    private Snapshot linked(TakeSnapshot wanted, Instant asOf, Instant now, List<SnapshotStore.Kept> files) {
        Snapshot last = store.lastForAdding().orElse(null);
        long no = last == null ? 1 : last.no() + 1;
        String previous = last == null ? null : last.hash();
        String id = wanted.plan() + "-S" + no;
        Manifest manifest = new Manifest(
                no,
                id,
                wanted.plan(),
                wanted.period(),
                asOf,
                now,
                wanted.meeting(),
                previous,
                files.stream().map(Snapshotting::said).toList());
        byte[] bytes = manifest.bytes();
        return new Snapshot(
                no,
                id,
                wanted.plan(),
                wanted.period(),
                asOf,
                wanted.meeting(),
                now,
                bytes,
                Canonical.sha256(bytes),
                previous,
                null);
    }

    private static Manifest.File said(SnapshotStore.Kept file) {
        return new Manifest.File(
                file.edition(),
                file.format(),
                file.language(),
                file.content().length,
                Canonical.sha256(file.content()));
    }

    private Snapshot kept(Snapshot taken, List<SnapshotStore.Kept> files, Caller caller) {
        List<String> hashes =
                files.stream().map(file -> Canonical.sha256(file.content())).toList();
        store.add(taken, caller.subject(), files, hashes);
        return taken;
    }

    /** Makes a snapshot public: an event says so, and its public edition is read by all. */
    @Transactional
    Reply publish(String id, Change<PublishSnapshot> change) {
        Snapshot snapshot = store.get(id);
        PublishSnapshot wanted = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(snapshot.version());
            SnapshotStatus status = SnapshotStatus.of(snapshot);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!status.next().contains(wanted.to())
                    || !store.publish(snapshot, now, change.caller().subject(), wanted.reason())) {
                throw new ProblemException(409, "illegal-transition", status, wanted.to())
                        .with("allowed", status.next());
            }
            outbox.append(List.of(SnapshotEvents.published(snapshot, now, wanted.reason(), change.caller())));
            Snapshot published = store.get(id);
            return idempotency.reply(201, PATH + id, published.version(), SnapshotView.of(published, change.caller()));
        });
    }
}
