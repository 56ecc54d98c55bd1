package kcs.progress.snapshots;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.audience.Audience;
import kcs.progress.document.ReportFormat;
import kcs.progress.reports.ReportFiles;

/** Freezes reports, and makes them public. */
@Singleton
class Snapshotting {
    private static final String PATH = "/api/v1/snapshots/";
    private static final List<Edition> EDITIONS = List.of(Edition.values());

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
     * What was read for a snapshot.
     *
     * @param reports one for each edition
     */
    private record Material(Instant asOf, List<ReportFiles.Unwritten> reports) {}

    /**
     * Takes a snapshot: both editions, every format, both languages. Its files take seconds; they are made between two
     * short transactions, one that reads and one that adds them to the chain. Until the second nothing is there.
     *
     * @throws ProblemException 404 when there was no such plan or cycle then; 422 for an instant in the future
     */
    Reply take(Change<TakeSnapshot> change) {
        TakeSnapshot wanted = change.command();
        Optional<Reply> earlier = QuarkusTransaction.requiringNew().call(() -> idempotency.earlier(change));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Material material = QuarkusTransaction.requiringNew().call(() -> material(wanted));
        List<SnapshotStore.Kept> files = files(material);
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(change, () -> {
                    Snapshot taken = linked(wanted, material.asOf(), files);
                    store.add(taken, change.caller().subject(), files);
                    return idempotency.reply(
                            201, PATH + taken.id(), taken.version(), SnapshotView.of(taken, change.caller()));
                }));
    }

    private Material material(TakeSnapshot wanted) {
        Instant now = clock.instant();
        Instant asOf = wanted.asOf() == null ? now : wanted.asOf().truncatedTo(ChronoUnit.MICROS);
        if (asOf.isAfter(now)) {
            throw ProblemException.invalid(FieldError.of("/asOf", "future-instant"));
        }
        List<Audience> audiences = EDITIONS.stream().map(Edition::audience).toList();
        return new Material(asOf, reports.portfolios(wanted.plan(), wanted.period(), asOf, audiences));
    }

    private List<SnapshotStore.Kept> files(Material material) {
        List<SnapshotStore.Kept> files = new ArrayList<>();
        for (int i = 0; i < EDITIONS.size(); i++) {
            for (ReportFiles.ReportFile file : reports.files(material.reports().get(i))) {
                byte[] bytes = file.format() == ReportFormat.JSON ? Canonical.json(file.bytes()) : file.bytes();
                files.add(new SnapshotStore.Kept(
                        EDITIONS.get(i),
                        file.format().suffix(),
                        file.language() == null ? "" : file.language(),
                        file.format().mediaType(),
                        bytes));
            }
        }
        return files;
    }

    /** Linked to the newest, which stays the newest until the transaction ends. */
    private Snapshot linked(TakeSnapshot wanted, Instant asOf, List<SnapshotStore.Kept> files) {
        Snapshot last = store.lastForAdding().orElse(null);
        Instant now = clock.instant();
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

    /** Makes a snapshot public: an event says so, and its public edition is read by all. */
    @Transactional
    Reply publish(String id, Change<PublishSnapshot> change) {
        Snapshot snapshot = store.get(id);
        PublishSnapshot wanted = change.command();
        return idempotency.once(change, () -> {
            change.requireVersion(snapshot.version());
            SnapshotStatus status = SnapshotStatus.of(snapshot);
            Instant now = clock.instant();
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
