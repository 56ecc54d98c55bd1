package kcs.progress.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.filetypes.FileType;
import kcs.progress.filetypes.Inspection;

/** Writes a file as it comes, chunk by chunk: counted, hashed and looked into on the way, and never held as a whole. */
@Singleton
class EvidenceWriter {
    private final EvidenceStore files;
    private final EvidenceBodies limit;
    private final Duration longest;

    EvidenceWriter(EvidenceStore files, EvidenceBodies limit, EvidenceSettings settings) {
        this.files = files;
        this.limit = limit;
        this.longest = settings.longestUpload();
    }

    /**
     * What was written.
     *
     * @param sha256 in hexadecimal
     */
    record Written(long size, String sha256, FileType type) {}

    /**
     * Writes the content of a file that was begun.
     *
     * @throws ProblemException 400 when it breaks off or is empty, 408 when it takes too long, 413 when it is too large,
     *     415 when it is none of the kinds that are taken, 422 when it is another one than is said
     */
    Written write(UUID id, UploadFile upload, InputStream body) {
        Inspection inspection = new Inspection();
        MessageDigest digest = sha256();
        long begun = System.nanoTime();
        long size = 0;
        int no = 0;
        for (byte[] chunk = next(body); chunk.length > 0; chunk = next(body)) {
            size += chunk.length;
            requireWithinLimits(size, System.nanoTime() - begun);
            if (!inspection.accept(chunk)) {
                throw notTaken(inspection);
            }
            digest.update(chunk);
            files.write(id, no++, chunk);
        }
        if (size == 0) {
            throw ProblemException.unreadable(FieldError.of("", "required"));
        }
        FileType type = inspection
                .typeOf(new StoredBytes(files, id, size), upload.name().extension())
                .orElseThrow(() -> notTaken(inspection));
        upload.requireTruth(type);
        return new Written(size, HexFormat.of().formatHex(digest.digest()), type);
    }

    private static byte[] next(InputStream body) {
        try {
            return body.readNBytes(EvidenceStore.CHUNK);
        } catch (IOException brokenOff) {
            throw ProblemException.unreadable(FieldError.of("", "broken-off"));
        }
    }

    private void requireWithinLimits(long size, long nanos) {
        if (size > limit.most()) {
            throw limit.tooLarge();
        }
        if (nanos > longest.toNanos()) {
            throw new ProblemException(408, "evidence-too-slow", longest.toMinutes());
        }
    }

    private static ProblemException notTaken(Inspection inspection) {
        return new ProblemException(415, "evidence-type", inspection.found())
                .with("found", inspection.found())
                .with("accepted", FileType.all());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
