package kcs.progress.health;

import java.time.Instant;
import java.util.List;
import kcs.progress.healthrule.Figures;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.PrintedRule;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a task goes: the three voices, the headline, and by which rule and figures.
 *
 * @param changedAt when a voice last said something else, or another percentage was complete
 * @param reckonedAt when the reasons and figures were last looked at; null for a past instant, which shows those of
 *     changedAt
 * @param asOf the past instant that was asked for; null for now
 */
@Schema(name = "Health")
record HealthView(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-01")
        String task,

        @Schema(required = true, description = "assessed, else declared, else derived")
        HealthState headline,

        @Schema(description = "Worst of what the agencies' newest accepted submissions declare; null where none does")
        HealthState declared,

        @Schema(
                description =
                        "A planner's assessment; null where there is none for the newest closed cycle or a later one")
        HealthState assessed,

        @Schema(required = true, description = "By the rule, from dates and figures alone")
        HealthState derived,

        @Schema(required = true, description = "Whether two of the three, as far as they are stated, differ")
        boolean disagreement,

        @Schema(required = true, maxItems = 10, description = "Why derived is what it is")
        List<Reason> reasons,

        @Schema(required = true) Figures figures,

        @Schema(minimum = "0", maximum = "100") Integer percentComplete,

        @Schema(maxLength = 41, description = "The newest cycle that asked something of the task")
        String cycle,

        @Schema(required = true, description = "Since when the headline is what it is")
        Instant since,

        @Schema(
                description =
                        "The headline before the present one; null where there was none, or who asks could not see"
                                + " the task when it changed")
        HealthState previous,

        @Schema(required = true, minimum = "1") long version,
        @Schema(required = true) Instant changedAt,
        Instant reckonedAt,
        Instant asOf,
        @Schema(required = true) PrintedRule rule) {

    static HealthView of(Health health, PrintedRule rule, Instant asOf) {
        Standing standing = health.standing();
        return new HealthView(
                health.task(),
                standing.headline(),
                standing.declared(),
                standing.assessed(),
                standing.derived(),
                standing.disagreement(),
                standing.reasons(),
                standing.figures(),
                standing.percentComplete(),
                standing.cycle(),
                health.since(),
                health.previous(),
                health.version(),
                health.changedAt(),
                health.reckonedAt(),
                asOf,
                rule);
    }
}
