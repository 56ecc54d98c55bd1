package kcs.progress.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change of a task's health: what the voices said from then on.
 *
 * @param headline null, as all three, where the task no longer has health
 * @param reason why somebody did what it follows from; null where it follows from the date alone
 * @param actor who did it; only auditors and planners are told
 */
@Schema(name = "HealthChange")
record HealthLine(
        @Schema(required = true, minimum = "1") long version,
        @Schema(required = true) Instant at,
        HealthState headline,
        HealthState declared,
        HealthState assessed,
        HealthState derived,
        @Schema(required = true) boolean disagreement,
        @Schema(required = true, maxItems = 10) List<Reason> reasons,
        @Schema(minimum = "0", maximum = "100") Integer percentComplete,
        @Schema(maxLength = 41) String cycle,
        @Schema(maxLength = 4000) String reason,
        @Schema(maxLength = 10) String actorAgency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200)
        String actor) {

    static HealthLine of(long version, Instant at, Standing standing, String reason, String agency, String actor) {
        return new HealthLine(
                version,
                at,
                standing.headline(),
                standing.declared(),
                standing.assessed(),
                standing.derived(),
                standing.disagreement(),
                standing.reasons(),
                standing.percentComplete(),
                standing.cycle(),
                reason,
                agency,
                actor);
    }
}
