package kcs.progress.opinions;

import java.time.Clock;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import kcs.chassis.identity.Caller;
import kcs.chassis.problem.ProblemException;

/** An opinion of the advisory committee, and the rules of its life. */
final class Opinion {
    private final Given given;
    private Standing standing;

    /**
     * What was advised, and to whom; stays as it is.
     *
     * @param meeting null where it was given at none
     * @param task null where it is on the whole plan
     */
    record Given(
            UUID id,
            String plan,
            String meeting,
            String task,
            Addressee addressedTo,
            String text,
            Instant at,
            String by) {}

    /** @param reports whether the agency has reporters of its own who answer */
    record Addressee(String code, boolean reports) {}

    /** @param byAgency null where a planner answered for an agency without reporters */
    record Answer(String text, Instant at, String by, String byAgency) {}

    record Closing(String reason, Instant at, String by) {}

    /**
     * Where it stands.
     *
     * @param answer the one that stands; null while there is none, and from when it was sent back
     * @param sentBackReason why the last answer was sent back; null unless it was, and once it is answered anew
     * @param closing null unless it is closed
     */
    record Standing(
            OpinionStatus status,
            Answer answer,
            String sentBackReason,
            Closing closing,
            long version,
            Instant changedAt) {}

    /** A step that was taken; {@code from} is null when it was given. */
    record Step(OpinionStatus from, OpinionStatus to, String reason) {}

    Opinion(Given given, Standing standing) {
        this.given = given;
        this.standing = standing;
    }

    static Opinion give(GiveOpinion wanted, Addressee addressee, Caller caller, Clock clock) {
        Instant now = clock.instant();
        Given given = new Given(
                UUID.randomUUID(),
                wanted.plan(),
                wanted.meeting(),
                wanted.task(),
                addressee,
                wanted.text(),
                now,
                caller.subject());
        return new Opinion(given, new Standing(OpinionStatus.OPEN, null, null, null, 0, now));
    }

    /** The step by which it was given. */
    static Step first() {
        return new Step(null, OpinionStatus.OPEN, null);
    }

    /**
     * Answers it, sends the answer back, or closes it.
     *
     * @param reason with ANSWERED the answer
     * @throws ProblemException 409 with the moves that are legal
     */
    Step moveTo(OpinionStatus next, String reason, Caller caller, Clock clock) {
        OpinionStatus from = standing.status();
        if (!from.canMoveTo(next)) {
            throw new ProblemException(409, "illegal-transition", from, next)
                    .with("allowed", new TreeSet<>(from.next()));
        }
        Instant now = clock.instant();
        long version = standing.version() + 1;
        standing = switch (next) {
            case ANSWERED -> new Standing(next, answer(reason, caller, now), null, null, version, now);
            case OPEN -> new Standing(next, null, reason, null, version, now);
            case CLOSED -> {
                Closing closing = new Closing(reason, now, caller.subject());
                yield new Standing(next, standing.answer(), standing.sentBackReason(), closing, version, now);
            }
        };
        return new Step(from, next, reason);
    }

    private Answer answer(String text, Caller caller, Instant now) {
        String addressee = given.addressedTo().code();
        return new Answer(text, now, caller.subject(), addressee.equals(caller.agency()) ? addressee : null);
    }

    UUID id() {
        return given.id();
    }

    Given given() {
        return given;
    }

    Standing standing() {
        return standing;
    }

    long version() {
        return standing.version();
    }
}
