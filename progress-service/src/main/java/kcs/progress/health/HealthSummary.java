package kcs.progress.health;

import java.time.Instant;
import java.util.List;
import kcs.progress.directory.Label;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The health of a task in a list. */
record HealthSummary(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String task,

        @Schema(required = true, maxLength = 30) String plan,
        @Schema(required = true) Label title,
        @Schema(required = true) HealthState headline,
        HealthState declared,
        HealthState assessed,
        @Schema(required = true) HealthState derived,
        @Schema(required = true) boolean disagreement,
        @Schema(required = true, maxItems = 10) List<Reason> reasons,
        @Schema(minimum = "0", maximum = "100") Integer percentComplete,
        @Schema(maxLength = 41) String cycle,
        @Schema(required = true) Instant since,

        @Schema(
                description =
                        "The headline before the present one; null where there was none, or who asks could not see"
                                + " the task when it changed")
        HealthState previous,

        @Schema(required = true, minimum = "1") long version) {

    static HealthSummary of(Health health, String plan, Label title) {
        Standing standing = health.standing();
        return new HealthSummary(
                health.task(),
                plan,
                title,
                standing.headline(),
                standing.declared(),
                standing.assessed(),
                standing.derived(),
                standing.disagreement(),
                standing.reasons(),
                standing.percentComplete(),
                standing.cycle(),
                health.since(),
                health.previous(),
                health.version());
    }
}
