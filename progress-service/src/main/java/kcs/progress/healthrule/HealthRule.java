package kcs.progress.healthrule;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kcs.progress.directory.TaskStatus;

/**
 * The health that dates and figures alone give a task, and why. This is the only place that knows the rule; docs/health.md
 * explains it, with examples that a test reckons.
 */
@Singleton
public class HealthRule {
    /** Raised with each change of the rule itself. */
    private static final int VERSION = 1;

    private final HealthConfig limits;
    private final PrintedRule printed;

    HealthRule(HealthConfig limits) {
        this.limits = limits;
        this.printed = PrintedRule.of(VERSION, limits);
    }

    /** What the rule makes of a task. */
    public record Derived(HealthState state, List<Reason> reasons, Figures figures) {}

    /** What one part of the rule says, where it says anything. */
    private record Finding(HealthState state, Reason reason) {}

    /** The rule as it is printed, with the thresholds that are in force. */
    public PrintedRule printed() {
        return printed;
    }

    /** Whether a task has health at all: not before it begins, and not where it was given up. */
    public static boolean appliesTo(TaskStatus status) {
        return switch (status) {
            case IN_PROGRESS, ON_HOLD, COMPLETED -> true;
            case PROPOSED, SELECTED, REJECTED, DISCONTINUED -> false;
        };
    }

    /**
     * Reckons the health of a task.
     *
     * @param today the day in Seoul
     */
    public Derived reckon(HealthFacts facts, LocalDate today) {
        Figures figures = Figures.of(facts, today);
        if (facts.status() == TaskStatus.COMPLETED) {
            return new Derived(HealthState.COMPLETED, List.of(Reason.COMPLETED), figures);
        }
        List<Finding> findings = Stream.of(
                        milestones(figures), checkpoints(figures), completion(figures), reporting(figures))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(finding -> finding.state().severity()))
                .toList();
        if (findings.isEmpty()) {
            return new Derived(HealthState.ON_TRACK, List.of(fine(facts, figures, today)), figures);
        }
        List<Reason> reasons = findings.stream().map(Finding::reason).toList();
        return new Derived(findings.get(0).state(), reasons, figures);
    }

    private Optional<Finding> milestones(Figures figures) {
        Figures.LateMilestone worst = figures.mostLate();
        if (worst == null) {
            return Optional.empty();
        }
        boolean off = worst.daysLate() > limits.offTrackMilestoneDays();
        Reason reason = Reason.milestoneLate(worst.title(), worst.daysLate(), figures.milestonesLate() - 1);
        return Optional.of(new Finding(off ? HealthState.OFF_TRACK : HealthState.AT_RISK, reason));
    }

    private Optional<Finding> checkpoints(Figures figures) {
        if (figures.checkpointsOverdue() == 0) {
            return Optional.empty();
        }
        BigDecimal many = limits.offTrackOverdueShare().multiply(BigDecimal.valueOf(figures.checkpointsDue()));
        boolean off = BigDecimal.valueOf(figures.checkpointsOverdue()).compareTo(many) >= 0;
        Reason reason = Reason.overdue(figures.checkpointsOverdue(), figures.checkpointsDue());
        return Optional.of(new Finding(off ? HealthState.OFF_TRACK : HealthState.AT_RISK, reason));
    }

    private Optional<Finding> completion(Figures figures) {
        if (figures.percentComplete() == null || figures.percentElapsed() == null) {
            return Optional.empty();
        }
        int behind = figures.percentElapsed() - figures.percentComplete();
        if (behind <= limits.atRiskBehindPoints()) {
            return Optional.empty();
        }
        boolean off = behind > limits.offTrackBehindPoints();
        Reason reason = Reason.behind(figures.percentComplete(), figures.percentElapsed());
        return Optional.of(new Finding(off ? HealthState.OFF_TRACK : HealthState.AT_RISK, reason));
    }

    private static Optional<Finding> reporting(Figures figures) {
        Figures.ClosedCycle last = figures.lastClosed();
        if (last == null || last.accepted() > 0) {
            return Optional.empty();
        }
        Reason reason = Reason.nothingAccepted(last.period(), last.expected(), last.received());
        return Optional.of(new Finding(HealthState.NOT_REPORTED, reason));
    }

    /** That nothing is late says little where nothing could be. */
    private static Reason fine(HealthFacts facts, Figures figures, LocalDate today) {
        boolean untried = figures.checkpointsDue() == 0
                && figures.lastClosed() == null
                && figures.percentComplete() == null
                && facts.milestones().stream()
                        .noneMatch(step -> step.dueOn() != null && step.dueOn().isBefore(today));
        return untried ? Reason.NOTHING_DUE : Reason.NOTHING_LATE;
    }
}
