package kcs.progress.dashboard;

import java.time.Instant;
import java.util.Set;
import kcs.progress.audience.Audience;
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

        @Schema(
                minimum = "0",
                maximum = "100",
                description = "Mean of what its agencies stated and was accepted; null where none did")
        Integer percentComplete,

        @Schema(description = "When the headline became what it is")
        Instant since,

        @Schema(
                description = "The headline before the present one; null where there was none, or the reader could not"
                        + " see the task when it changed")
        HealthState previous) {

    /** @param participants the agencies that take part in the task now */
    static BoardHealth of(TaskHealth health, Set<String> participants, Audience audience) {
        boolean sawPrevious = audience.sees(health.previousVisibility(), participants);
        return new BoardHealth(
                health.headline(),
                health.declared(),
                health.assessed(),
                health.derived(),
                health.disagreement(),
                health.percentComplete(),
                health.since(),
                sawPrevious ? health.previous() : null);
    }
}
