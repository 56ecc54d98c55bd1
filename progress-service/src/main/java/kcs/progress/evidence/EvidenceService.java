package kcs.progress.evidence;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import kcs.chassis.concurrency.Change;
import kcs.chassis.concurrency.Idempotency;
import kcs.chassis.concurrency.Reply;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.identity.Role;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.ProblemMappers;

/** Files are uploaded to a checkpoint, and deleted as long as no submission names them. */
@Singleton
class EvidenceService {
    /** Longer than an upload may take; a transaction of the usual kind is given a minute. */
    private static final int TRANSACTION_SECONDS = 600;

    private static final int MEBIBYTE = 1 << 20;

    private final EvidenceStore files;
    private final EvidenceWriter writer;
    private final EvidenceSettings settings;
    private final Idempotency idempotency;
    private final CurrentCaller current;
    private final Clock clock;
    private final Semaphore places;

    EvidenceService(
            EvidenceStore files,
            EvidenceWriter writer,
            EvidenceSettings settings,
            Idempotency idempotency,
            CurrentCaller current,
            Clock clock) {
        this.files = files;
        this.writer = writer;
        this.settings = settings;
        this.idempotency = idempotency;
        this.current = current;
        this.clock = clock;
        this.places = new Semaphore(settings.uploadsAtOnce());
    }

    /**
     * Takes a file. It may come at any time but when its checkpoint is waived: with a draft, while a submission waits for
     * its review, for what was returned, for the correction of what was accepted.
     *
     * @throws ProblemException 503 when as many senders as are taken at once are sending already
     */
    @Transactional
    @TransactionConfiguration(timeout = TRANSACTION_SECONDS)
    Reply upload(String checkpoint, Change<UploadFile> change, InputStream body) {
        if (!places.tryAcquire()) {
            throw ProblemMappers.ofStatus(503, "");
        }
        try {
            return take(requireUploader(checkpoint, change.caller()), change, body);
        } finally {
            places.release();
        }
    }

    private Reply take(EvidenceStore.Checkpoint checkpoint, Change<UploadFile> change, InputStream body) {
        UUID id = UUID.randomUUID();
        UploadFile upload = change.command();
        boolean proxy = !reportsFor(checkpoint, change.caller());
        files.begin(id, checkpoint, proxy, upload, change.caller(), clock.instant());
        EvidenceWriter.Written written = writer.write(id, upload, body);
        String location = "/api/v1/evidence/" + id;
        Reply reply = idempotency.once(change.identifiedBy(upload.identity(written.sha256())), () -> {
            requireRoom(checkpoint.id(), written.size());
            files.complete(id, written.type().mediaType(), written.size(), written.sha256());
            return idempotency.reply(201, location, 0, files.one(id).orElseThrow());
        });
        if (!location.equals(reply.location())) {
            // An earlier request with this key brought the same file: it is answered with that one.
            files.delete(id);
        }
        return reply;
    }

    /** The checkpoint is locked no sooner than this: who reviews it does not wait for a slow sender. */
    private void requireRoom(String checkpoint, long size) {
        if (files.lock(checkpoint).equals("WAIVED")) {
            throw new ProblemException(409, "evidence-waived");
        }
        EvidenceStore.Held held = files.held(checkpoint);
        long most = settings.maxTotal().asLongValue();
        if (held.files() >= settings.maxFiles() || held.bytes() + size > most) {
            throw new ProblemException(409, "evidence-full", settings.maxFiles(), most / MEBIBYTE + " MiB");
        }
    }

    private EvidenceStore.Checkpoint requireUploader(String id, Caller caller) {
        EvidenceStore.Checkpoint checkpoint = files.checkpoint(id).orElseThrow(() -> ProblemException.notFound(id));
        boolean asProxy = caller.is(Role.PLANNER) && !checkpoint.reports();
        if (!reportsFor(checkpoint, caller) && !asProxy) {
            throw ProblemException.forbidden();
        }
        return checkpoint;
    }

    private static boolean reportsFor(EvidenceStore.Checkpoint checkpoint, Caller caller) {
        return caller.is(Role.REPORTER) && checkpoint.agency().equals(caller.agency());
    }

    /** Deletes a file of the caller's own that no submission names. */
    @Transactional
    void delete(UUID id) {
        EvidenceView file = files.one(id).orElseThrow(() -> ProblemException.notFound(id.toString()));
        requireUploader(file.checkpoint(), current.get());
        if (!file.submissions().isEmpty()) {
            throw new ProblemException(409, "evidence-filed");
        }
        files.delete(id);
    }
}
