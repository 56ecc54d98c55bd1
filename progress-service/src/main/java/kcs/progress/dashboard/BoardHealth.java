package kcs.progress.dashboard;

import java.time.Instant;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.TaskHealth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The health of a task on the dashboard: what counts, and the three that it comes from side by side. */
public record BoardHealth(
        @Schema(required = true, description = "assessed, else declared, else derived")
        HealthState headline,

        @Schema(description = "The worst that its agencies declared and was accepted; null where none has")
        HealthState declared,

        @Schema(description = "By a planner; null where none has")
        HealthState assessed,

        @Schema(required = true, description = "From dates and figures alone")
        HealthState derived,

        @Schema(required = true, description = "Two of them differ")
        boolean disagreement,

        @Schema(description = "When the headline became what it is")
        Instant since) {

    static BoardHealth of(TaskHealth health) {
        return new BoardHealth(
                health.headline(),
                health.declared(),
                health.assessed(),
                health.derived(),
                health.disagreement(),
                health.since());
    }
}
