package kcs.progress.checkpoints;

import static kcs.progress.checkpoints.CheckpointStatus.ACCEPTED;
import static kcs.progress.checkpoints.CheckpointStatus.OPEN;
import static kcs.progress.checkpoints.CheckpointStatus.RETURNED;
import static kcs.progress.checkpoints.CheckpointStatus.SUBMITTED;
import static kcs.progress.checkpoints.CheckpointStatus.WAIVED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Seoul;
import kcs.progress.timeliness.Timeliness;

/** One agency's return for one task in one cycle: the rules of its life. */
public final class Checkpoint {
    private final Duty duty;
    private CheckpointStatus status;
    private Filed filed;
    private LocalDate extendedDueOn;
    private LocalDate returnedDueOn;
    private String reason;
    private long version;
    private Instant changedAt;

    /**
     * How far a checkpoint has come.
     *
     * @param extendedDueOn the due date that was granted; null without an extension
     * @param returnedDueOn until when what was returned is to be filed again; kept until it is accepted
     * @param reason why it was returned, corrected or waived; null where it was not
     */
    public record Standing(
            CheckpointStatus status,
            LocalDate extendedDueOn,
            LocalDate returnedDueOn,
            String reason,
            long version,
            Instant changedAt) {}

    /**
     * Something that was done to it.
     *
     * @param reason what was said with it; null where nothing was
     */
    public record Step(CheckpointAction action, CheckpointStatus from, CheckpointStatus to, String reason) {}

    Checkpoint(Duty duty, Filed filed, Standing standing) {
        this.duty = duty;
        this.filed = filed;
        this.status = standing.status();
        this.extendedDueOn = standing.extendedDueOn();
        this.returnedDueOn = standing.returnedDueOn();
        this.reason = standing.reason();
        this.version = standing.version();
        this.changedAt = standing.changedAt();
    }

    /**
     * Files a version. Late is taken, after the lock only what was extended or returned is.
     *
     * @param at receipt by the server
     * @throws ProblemException 409 when it waits for review, is accepted or waived, or is locked
     */
    public Step file(String who, Instant at) {
        if (status == ACCEPTED) {
            throw new ProblemException(409, "already-accepted", id());
        }
        requireMove(SUBMITTED);
        if (!isTakenOn(Seoul.dayOf(at))) {
            throw new ProblemException(409, "cycle-locked", duty.cycle(), duty.locksOn())
                    .with("locksOn", duty.locksOn());
        }
        filed = filed.next(at, who);
        return moved(CheckpointAction.SUBMITTED, SUBMITTED, null, at);
    }

    /**
     * Files another version of what was accepted, which stays in force until this one is accepted.
     *
     * @throws ProblemException 409 when nothing is accepted
     */
    public Step correct(String who, String why, Instant at) {
        if (status != ACCEPTED) {
            throw new ProblemException(409, "nothing-to-correct", id(), status).with("allowed", allowed());
        }
        filed = filed.next(at, who);
        reason = why;
        return moved(CheckpointAction.CORRECTED, SUBMITTED, why, at);
    }

    /**
     * Takes back what nobody has reviewed; it stands again where it stood before it was filed.
     *
     * @param why null where nobody says it
     */
    public Step withdraw(String why, Instant at) {
        if (status != SUBMITTED) {
            throw refused(beforeFiling());
        }
        CheckpointStatus before = beforeFiling();
        if (before == OPEN) {
            filed = filed.withoutFirst();
        }
        if (before != RETURNED) {
            reason = null;
        }
        return moved(CheckpointAction.WITHDRAWN, before, why, at);
    }

    /** Where a withdrawal leads. */
    CheckpointStatus beforeFiling() {
        if (returnedDueOn != null) {
            return RETURNED;
        }
        return filed.acceptedNo() == null ? OPEN : ACCEPTED;
    }

    /**
     * Takes the newest version.
     *
     * @param why null where the reviewer says nothing
     * @param percent completion that it states, 0 to 100; null where it states none
     * @param health health that it declares; null where it declares none
     */
    public Step accept(String reviewer, String why, Integer percent, String health, Instant at) {
        requireReviewable(reviewer, ACCEPTED);
        filed = filed.accepted(percent, health);
        returnedDueOn = null;
        reason = null;
        return moved(CheckpointAction.ACCEPTED, ACCEPTED, why, at);
    }

    /** Sends the newest version back. An earlier one that was accepted stays in force. */
    public Step sendBack(String reviewer, String why, LocalDate dueAgain, Instant at) {
        requireReviewable(reviewer, RETURNED);
        returnedDueOn = dueAgain;
        reason = why;
        return moved(CheckpointAction.RETURNED, RETURNED, why, at);
    }

    private void requireReviewable(String reviewer, CheckpointStatus verdict) {
        requireMove(verdict);
        if (reviewer.equals(filed.by())) {
            throw new ProblemException(403, "own-submission", id());
        }
    }

    /** Expects it no longer; the reason is the task's. */
    public Step waive(String why, Instant at) {
        requireMove(WAIVED);
        reason = why;
        return moved(CheckpointAction.WAIVED, WAIVED, why, at);
    }

    /**
     * Gives its agency until another day, which may lie behind the lock.
     *
     * @throws ProblemException 409 when nothing is expected of its agency now; 422 when the day is no later one
     */
    public Step extendTo(LocalDate day, Instant at) {
        if (status != OPEN && status != RETURNED) {
            throw new ProblemException(409, "nothing-to-extend", id(), status);
        }
        if (!day.isAfter(effectiveDueOn())) {
            throw ProblemException.invalid(FieldError.of("/until", "not-after", effectiveDueOn()));
        }
        extendedDueOn = day;
        if (status == RETURNED && returnedDueOn.isBefore(day)) {
            returnedDueOn = day;
        }
        return moved(CheckpointAction.EXTENDED, status, null, at);
    }

    private void requireMove(CheckpointStatus next) {
        if (!status.canMoveTo(next)) {
            throw refused(next);
        }
    }

    private ProblemException refused(CheckpointStatus next) {
        return new ProblemException(409, "illegal-transition", status, next).with("allowed", allowed());
    }

    private Set<CheckpointStatus> allowed() {
        return new TreeSet<>(status.next());
    }

    private Step moved(CheckpointAction action, CheckpointStatus to, String why, Instant at) {
        Step step = new Step(action, status, to, why);
        status = to;
        version++;
        changedAt = at;
        return step;
    }

    /** The due date that counts: the cycle's, or a later one that was granted. */
    public LocalDate effectiveDueOn() {
        return extendedDueOn != null && extendedDueOn.isAfter(duty.dueOn()) ? extendedDueOn : duty.dueOn();
    }

    /** Whether it is taken on a day, late or not, as things stand. A due date that moved beyond the lock still counts. */
    public boolean isTakenOn(LocalDate day) {
        boolean beforeLock = !duty.cycleClosed() && !day.isAfter(duty.locksOn());
        boolean inTime = !day.isAfter(effectiveDueOn());
        boolean returned = status == RETURNED && !day.isAfter(returnedDueOn);
        return beforeLock || inTime || returned;
    }

    /** How it stands on a day; null when it is waived. */
    public Timeliness.Standing timeliness(LocalDate today) {
        if (status == WAIVED) {
            return null;
        }
        LocalDate filedOn = filed.firstAt() == null ? null : Seoul.dayOf(filed.firstAt());
        return Timeliness.of(effectiveDueOn(), filedOn, duty.locksOn(), duty.cycleClosed(), today);
    }

    /**
     * Calendar days that it is late on a day: from its due day to the first submission, or to that day while it is owed and
     * can still be filed; else 0.
     */
    long daysLate(LocalDate today) {
        Timeliness.Standing standing = timeliness(today);
        if (standing == null) {
            return 0;
        }
        return standing.timeliness() == Timeliness.OVERDUE
                ? ChronoUnit.DAYS.between(effectiveDueOn(), today)
                : standing.daysLate();
    }

    public String id() {
        return duty.id();
    }

    public Duty duty() {
        return duty;
    }

    public Filed filed() {
        return filed;
    }

    public CheckpointStatus status() {
        return status;
    }

    public Standing standing() {
        return new Standing(status, extendedDueOn, returnedDueOn, reason, version, changedAt);
    }

    public long version() {
        return version;
    }
}
