package kcs.progress.publicdata;

import java.time.Instant;
import java.util.List;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Label;
import kcs.progress.healthrule.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The health of a public task. */
@Schema(name = "OpenHealth", description = "The health of a public task: what counts, and the three it comes from")
public record PublicHealth(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String task,

        @Schema(required = true, maxLength = 30) String plan,
        @Schema(required = true) Label title,

        @Schema(required = true, description = "assessed, else declared, else derived")
        HealthState headline,

        @Schema(description = "The worst that its agencies declared and was accepted; null where none has")
        HealthState declared,

        @Schema(description = "By a planner; null where none has")
        HealthState assessed,

        @Schema(description = "From dates and figures alone")
        HealthState derived,

        @Schema(required = true, description = "Two of them differ")
        boolean disagreement,

        @Schema(required = true, maxItems = 10, description = "Why the derived one is what it is")
        List<Reason> reasons,

        @Schema(
                minimum = "0",
                maximum = "100",
                description = "Mean of what was accepted of its agencies; null: nothing")
        Integer percentComplete,

        @Schema(required = true, description = "When the headline became what it is")
        Instant since,

        @Schema(required = true) Instant updatedAt) {}
