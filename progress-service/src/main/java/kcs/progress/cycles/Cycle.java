package kcs.progress.cycles;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.progress.calendar.DueDate;

/** A round of reporting on one plan and period. */
final class Cycle {
    private final String plan;
    private final Period period;
    private Dates dates;
    private String guidance;
    private CycleStatus status;
    private long version;
    private Instant changedAt;
    private ChangedBy changedBy;

    /**
     * When a cycle opens, is due and locks.
     *
     * @param due the day that was asked for, the business day it became, and why
     * @param locksOn last day on which what is late is still taken; not moved
     */
    record Dates(LocalDate opensOn, DueDate due, LocalDate locksOn) {}

    Cycle(String plan, Period period, Dates dates, String guidance, Clock clock) {
        this(plan, period, dates, guidance, CycleStatus.PLANNED, 0, clock.instant());
    }

    Cycle(
            String plan,
            Period period,
            Dates dates,
            String guidance,
            CycleStatus status,
            long version,
            Instant changedAt) {
        this.plan = plan;
        this.period = period;
        this.dates = dates;
        this.guidance = guidance;
        this.status = status;
        this.version = version;
        this.changedAt = changedAt;
    }

    /** A change of status that happened. */
    record Moved(CycleStatus from, CycleStatus to) {}

    /** @throws ProblemException 409 with the moves that are allowed */
    Moved moveTo(CycleStatus next, Clock clock) {
        if (!status.canMoveTo(next)) {
            throw new ProblemException(409, "illegal-transition", status, next).with("allowed", status.next());
        }
        Moved moved = new Moved(status, next);
        status = next;
        touch(clock);
        return moved;
    }

    /**
     * Changes what is written for those who report and, while it is not open, the dates.
     *
     * @return the names of what changed
     * @throws ProblemException 409 when dates would change under those who report already
     */
    List<String> change(Dates otherDates, String otherGuidance, Clock clock) {
        List<String> changed = new ArrayList<>();
        if (!dates.equals(otherDates)) {
            if (status != CycleStatus.PLANNED) {
                throw new ProblemException(409, "cycle-dates-fixed", id());
            }
            changed.add("dates");
        }
        if (!Objects.equals(guidance, otherGuidance)) {
            changed.add("guidance");
        }
        if (!changed.isEmpty()) {
            dates = otherDates;
            guidance = otherGuidance;
            touch(clock);
        }
        return changed;
    }

    /** Whether the calendar opens it on a day. */
    boolean opensOn(LocalDate day) {
        return status == CycleStatus.PLANNED && !dates.opensOn().isAfter(day);
    }

    /** Whether nothing more is filed from a day on; a due date that moved beyond the lock still counts. */
    boolean locksBefore(LocalDate day) {
        return status == CycleStatus.OPEN
                && dates.locksOn().isBefore(day)
                && dates.due().dueOn().isBefore(day);
    }

    private void touch(Clock clock) {
        version++;
        changedAt = clock.instant();
    }

    /** What contradicts itself in dates that a planner gave. */
    static List<FieldError> contradictions(LocalDate opensOn, LocalDate nominalDueOn, LocalDate locksOn) {
        List<FieldError> errors = new ArrayList<>();
        if (nominalDueOn.isBefore(opensOn)) {
            errors.add(FieldError.of("/nominalDueOn", "before", "opensOn", opensOn));
        }
        if (locksOn.isBefore(nominalDueOn)) {
            errors.add(FieldError.of("/locksOn", "before", "nominalDueOn", nominalDueOn));
        }
        return errors;
    }

    String id() {
        return plan + "-" + period.text();
    }

    String plan() {
        return plan;
    }

    Period period() {
        return period;
    }

    Dates dates() {
        return dates;
    }

    String guidance() {
        return guidance;
    }

    CycleStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Who made it what it is; null for the service itself. */
    ChangedBy changedBy() {
        return changedBy;
    }

    /** The same cycle, made what it is by somebody. */
    Cycle madeBy(ChangedBy somebody) {
        changedBy = somebody;
        return this;
    }
}
