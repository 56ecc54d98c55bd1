package kcs.progress.snapshots;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes a snapshot public, for ever. */
@Schema(description = "Makes a snapshot public, for ever")
record PublishSnapshot(
        @NotNull SnapshotStatus to,
        @NotBlank @Size(max = 1000) String reason) {}
