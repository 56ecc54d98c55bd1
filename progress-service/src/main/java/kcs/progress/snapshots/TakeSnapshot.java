package kcs.progress.snapshots;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Freezes the portfolio report of a plan. */
@Schema(description = "Freezes the portfolio report of a plan")
record TakeSnapshot(
        @NotNull @Size(max = 30) @Schema(examples = "KCS-2024")
        String plan,

        @Size(max = 10)
        @Pattern(regexp = "[0-9]{4}(Q[1-4]|H[12]|-(0[1-9]|1[0-2]))?")
        @Schema(examples = "2024Q3", description = "Absent: the whole plan")
        String period,

        @Schema(description = "A past instant; absent: now") Instant asOf,

        @Size(max = 40)
        @Schema(examples = "KCS-2024-M7", description = "Id of the meeting that it is for; absent: none")
        String meeting) {}
