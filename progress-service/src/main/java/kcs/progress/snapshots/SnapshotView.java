package kcs.progress.snapshots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A snapshot as it is answered. */
@Schema(name = "Snapshot", description = "A report frozen for a meeting, with the SHA-256 of each of its files")
record SnapshotView(
        @Schema(required = true, maxLength = 60, examples = "KCS-2024-S1")
        String id,

        @Schema(required = true, minimum = "1", description = "Its place in the chain of all snapshots")
        long no,

        @Schema(required = true, maxLength = 30) String plan,

        @Schema(maxLength = 10, description = "null: the whole plan")
        String period,

        @Schema(required = true, description = "The instant that the report answers for")
        Instant asOf,

        @Schema(maxLength = 40, description = "Id of the meeting; null: none")
        String meeting,

        @Schema(required = true) Instant takenAt,
        @Schema(required = true) SnapshotStatus status,
        Instant publishedAt,

        @Schema(required = true, maxLength = 64, description = "SHA-256 of the manifest (RFC 8785)")
        String hash,

        @Schema(maxLength = 64, description = "Of the snapshot before; null for the first")
        String previousHash,

        @Schema(required = true, maxItems = 100, description = "Those that the caller may read")
        List<File> files,

        @Schema(required = true, minimum = "0") long version,
        @Schema(required = true, maxItems = 2) List<SnapshotStatus> allowedTransitions) {

    /** A file of it. */
    @Schema(name = "SnapshotFile")
    record File(
            @Schema(required = true, description = "PUBLIC: over the public tasks; GOVERNMENT: over all")
            Edition edition,

            @Schema(required = true, maxLength = 10, examples = "pdf")
            String format,

            @Schema(maxLength = 2, description = "null for JSON, which is in both")
            String language,

            @Schema(required = true, minimum = "1", description = "In bytes")
            long size,

            @Schema(required = true, maxLength = 64) String sha256,
            @Schema(required = true, maxLength = 200) String href) {}

    static SnapshotView of(Snapshot snapshot, Caller caller) {
        SnapshotStatus status = SnapshotStatus.of(snapshot);
        return new SnapshotView(
                snapshot.id(),
                snapshot.no(),
                snapshot.plan(),
                snapshot.period(),
                snapshot.asOf(),
                snapshot.meeting(),
                snapshot.takenAt(),
                status,
                snapshot.publishedAt(),
                snapshot.hash(),
                snapshot.previousHash(),
                files(snapshot, Edition.of(caller)),
                snapshot.version(),
                caller.is(Role.PLANNER) ? status.next() : List.of());
    }

    private static List<File> files(Snapshot snapshot, Edition most) {
        try {
            return Manifest.read(snapshot.manifest()).files().stream()
                    .filter(file -> most == Edition.GOVERNMENT || file.edition() == Edition.PUBLIC)
                    .map(file -> file(snapshot, file))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException("the manifest of " + snapshot.id() + " is damaged", damaged);
        }
    }

    private static File file(Snapshot snapshot, Manifest.File file) {
        String language = file.language().isEmpty() ? null : file.language();
        String href = "/api/v1/snapshots/%s/report?edition=%s&format=%s%s"
                .formatted(
                        snapshot.id(), file.edition(), file.format(), language == null ? "" : "&language=" + language);
        return new File(file.edition(), file.format(), language, file.size(), file.sha256(), href);
    }
}
