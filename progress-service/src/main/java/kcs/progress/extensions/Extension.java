package kcs.progress.extensions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Seoul;
import kcs.progress.checkpoints.Checkpoint;
import kcs.progress.checkpoints.CheckpointStatus;

/** A request for more time for one checkpoint, and the rules of its life. */
final class Extension {
    private final Asked asked;
    private ExtensionStatus status;
    private Decided decided;
    private long version;

    /**
     * What was asked for; stays as it is.
     *
     * @param until the due day that is wanted
     * @param byAgency whose reporter asked; null where a planner did for an agency without reporters
     */
    record Asked(
            UUID id,
            String checkpoint,
            String cycle,
            String task,
            String agency,
            LocalDate until,
            String reason,
            Instant at,
            String by,
            String byAgency) {}

    /** @param until null when it was refused */
    record Decided(LocalDate until, Instant at, String by, String reason) {}

    Extension(Asked asked, ExtensionStatus status, Decided decided, long version) {
        this.asked = asked;
        this.status = status;
        this.decided = decided;
        this.version = version;
    }

    /**
     * Asks for more time. It may be asked when the due day or the lock is past: that is what it is for.
     *
     * @throws ProblemException 409 when nothing is expected of the agency now, 422 when the day would give it no more time
     */
    static Extension ask(Checkpoint checkpoint, AskExtension wanted, Caller caller, Instant now) {
        requireOwed(checkpoint);
        LocalDate today = Seoul.dayOf(now);
        LocalDate due = dueOf(checkpoint);
        requireAfter(today.isAfter(due) ? today : due, wanted.until());
        Asked asked = new Asked(
                UUID.randomUUID(),
                checkpoint.id(),
                checkpoint.duty().cycle(),
                checkpoint.duty().task(),
                checkpoint.duty().agency(),
                wanted.until(),
                wanted.reason(),
                now,
                caller.subject(),
                caller.agency());
        return new Extension(asked, ExtensionStatus.ASKED, null, 0);
    }

    /** @throws ProblemException 403 to whoever asked: nobody gives time to himself */
    void requireOther(Caller caller) {
        if (caller.subject().equals(asked.by())) {
            throw new ProblemException(403, "own-request", asked.id());
        }
    }

    /**
     * Grants or refuses it.
     *
     * @throws ProblemException 409 when it is decided, 422 when the day would give no more time
     */
    void decide(Checkpoint checkpoint, DecideExtension decision, Caller caller, Instant now) {
        boolean grants = decision.decision() == DecideExtension.Decision.GRANT;
        ExtensionStatus next = grants ? ExtensionStatus.GRANTED : ExtensionStatus.REFUSED;
        if (!status.canMoveTo(next)) {
            throw new ProblemException(409, "illegal-transition", status, next)
                    .with("allowed", new TreeSet<>(status.next()));
        }
        LocalDate until = grants ? granted(checkpoint, decision.until(), Seoul.dayOf(now)) : null;
        if (!grants && decision.until() != null) {
            throw ProblemException.invalid(FieldError.of("/until", "only-with-grant"));
        }
        status = next;
        decided = new Decided(until, now, caller.subject(), decision.reason());
        version++;
    }

    private LocalDate granted(Checkpoint checkpoint, LocalDate other, LocalDate today) {
        requireOwed(checkpoint);
        LocalDate until = other == null ? asked.until() : other;
        LocalDate yesterday = today.minusDays(1);
        LocalDate due = dueOf(checkpoint);
        requireAfter(yesterday.isAfter(due) ? yesterday : due, until);
        return until;
    }

    private static void requireAfter(LocalDate day, LocalDate until) {
        if (!until.isAfter(day)) {
            throw ProblemException.invalid(FieldError.of("/until", "not-after", day));
        }
    }

    private static void requireOwed(Checkpoint checkpoint) {
        CheckpointStatus standing = checkpoint.status();
        if (standing != CheckpointStatus.OPEN && standing != CheckpointStatus.RETURNED) {
            throw new ProblemException(409, "nothing-to-extend", checkpoint.id(), standing);
        }
    }

    /** The day by which it is due now; of what was returned the later of both days. */
    private static LocalDate dueOf(Checkpoint checkpoint) {
        LocalDate due = checkpoint.effectiveDueOn();
        LocalDate again = checkpoint.standing().returnedDueOn();
        return again != null && again.isAfter(due) ? again : due;
    }

    Asked asked() {
        return asked;
    }

    ExtensionStatus status() {
        return status;
    }

    /** Null until it is decided. */
    Decided decided() {
        return decided;
    }

    long version() {
        return version;
    }
}
