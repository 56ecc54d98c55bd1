package kcs.progress.figures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a cycle has come in. */
public record CycleProgress(
        @Schema(required = true, minimum = "0", description = "Checkpoints asked for, without the waived")
        int expected,

        @Schema(required = true, minimum = "0", description = "Filed at least once: onTime + late")
        int received,

        @Schema(required = true, minimum = "0") int onTime,
        @Schema(required = true, minimum = "0") int late,

        @Schema(required = true, minimum = "0", description = "Due, not filed, and can still be filed")
        int overdue,

        @Schema(required = true, minimum = "0", description = "Due, not filed, and cannot be any more")
        int missed,

        @Schema(required = true, minimum = "0", description = "Returned for revision and not filed again yet")
        int returned,

        @Schema(required = true, minimum = "0") int accepted,
        @Schema(required = true, minimum = "0") int waived) {}
