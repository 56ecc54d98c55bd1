package kcs.progress.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The health of a task as it was told by then: the three voices side by side, and why. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "ReportedHealth", description = "The health of a task: what counts, and the three that it comes from")
record HealthThen(
        @Schema(required = true, description = "assessed, else declared, else derived")
        HealthState headline,

        HealthState declared,
        HealthState assessed,
        HealthState derived,
        @Schema(required = true) boolean disagreement,

        @Schema(required = true, maxItems = 20, description = "Why the derived one is what it is")
        List<Reason> reasons,

        @Schema(
                minimum = "0",
                maximum = "100",
                description = "Mean of what was accepted of its agencies; null: nothing")
        Integer percentComplete,

        Instant since) {

    /** A reason in words, with its figures. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedReason")
    record Reason(
            @Schema(required = true, maxLength = 40) String code,
            @Schema(required = true) Label text) {}

    HealthThen {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
