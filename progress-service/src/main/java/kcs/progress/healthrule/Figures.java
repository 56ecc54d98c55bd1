package kcs.progress.healthrule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kcs.progress.directory.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures that the rule looks at, as they are printed: in whole numbers, so that whoever reckons again with what is
 * printed comes to the same.
 *
 * @param mostLate the milestone that is late by most days; null when none is
 * @param percentComplete mean of the agencies' newest accepted ones, rounded; null where none stated any
 * @param percentElapsed share of the task's time that has passed, rounded; null where its first or last day is not stated
 * @param lastClosed null where no closed cycle asked anything of the task
 * @param notStated what the rule cannot look at, because nobody stated it
 */
@Schema(name = "HealthFigures")
public record Figures(
        @Schema(
                required = true,
                minimum = "0",
                description =
                        "Checkpoints of open cycles and the last closed one whose"
                                + " due day has passed; those of a closed cycle in which nothing was accepted do not count here")
        int checkpointsDue,

        @Schema(required = true, minimum = "0", description = "Those of the due ones that were never filed")
        int checkpointsOverdue,

        @Schema(required = true, minimum = "0") int milestonesLate,

        LateMilestone mostLate,

        @Schema(minimum = "0", maximum = "100") Integer percentComplete,

        @Schema(minimum = "0", maximum = "100") Integer percentElapsed,

        ClosedCycle lastClosed,

        @Schema(required = true, maxItems = 10, description = "명시되지 않음: what the rule could not look at")
        List<Reason> notStated) {

    /** A milestone whose day has passed. */
    public record LateMilestone(
            @Schema(required = true) Label title,
            @Schema(required = true) LocalDate dueOn,
            @Schema(required = true, minimum = "1") long daysLate) {}

    /** What came of a closed cycle. */
    public record ClosedCycle(
            @Schema(required = true, maxLength = 10, examples = "2024Q3")
            String period,

            @Schema(required = true, minimum = "0") int expected,
            @Schema(required = true, minimum = "0") int received,
            @Schema(required = true, minimum = "0") int accepted) {}

    static Figures of(HealthFacts facts, LocalDate today) {
        HealthFacts.LastCycle last = facts.last();
        boolean counts = last != null && !last.silent();
        List<LateMilestone> late = late(facts, today);
        return new Figures(
                facts.due() + (counts ? last.due() : 0),
                facts.overdue() + (counts ? last.missed() : 0),
                late.size(),
                late.isEmpty() ? null : late.get(0),
                complete(facts),
                TimeElapsed.percent(facts.startsOn(), facts.endsOn(), today),
                last == null ? null : new ClosedCycle(last.period(), last.expected(), last.received(), last.accepted()),
                notStated(facts));
    }

    /** The latest first. */
    private static List<LateMilestone> late(HealthFacts facts, LocalDate today) {
        return facts.milestones().stream()
                .filter(step -> step.doneOn() == null && step.dueOn() != null)
                .filter(step -> step.dueOn().isBefore(today))
                .map(step ->
                        new LateMilestone(step.title(), step.dueOn(), ChronoUnit.DAYS.between(step.dueOn(), today)))
                .sorted(Comparator.comparing(LateMilestone::dueOn))
                .toList();
    }

    private static Integer complete(HealthFacts facts) {
        if (facts.percents().isEmpty()) {
            return null;
        }
        double mean =
                facts.percents().stream().mapToInt(Integer::intValue).average().orElseThrow();
        return (int) Math.round(mean);
    }

    private static List<Reason> notStated(HealthFacts facts) {
        List<Reason> missing = new ArrayList<>();
        if (facts.milestones().stream().allMatch(step -> step.dueOn() == null)) {
            missing.add(Reason.MILESTONES_NOT_STATED);
        }
        if (facts.percents().isEmpty()) {
            missing.add(Reason.COMPLETION_NOT_STATED);
        }
        if (facts.startsOn() == null || facts.endsOn() == null) {
            missing.add(Reason.PERIOD_NOT_STATED);
        }
        return missing;
    }
}
