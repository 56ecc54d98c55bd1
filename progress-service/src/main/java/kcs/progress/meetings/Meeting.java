package kcs.progress.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kcs.chassis.identity.ChangedBy;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** A meeting of the advisory committee. Its plan and its number stay; what is recorded of it may be corrected. */
final class Meeting {
    private final String id;
    private final String plan;
    private final Integer no;
    private MeetingFacts facts;
    private long version;
    private Instant changedAt;
    private ChangedBy changedBy;

    Meeting(String id, String plan, Integer no, MeetingFacts facts, long version, Instant changedAt) {
        this.id = id;
        this.plan = plan;
        this.no = no;
        this.facts = facts;
        this.version = version;
        this.changedAt = changedAt;
    }

    /** @throws ProblemException 422 for what contradicts itself, or cannot be told from another meeting */
    static Meeting register(RegisterMeeting wanted, Clock clock) {
        MeetingFacts facts = wanted.facts();
        require(wanted.no(), facts);
        String id = wanted.plan() + "-M" + (wanted.no() == null ? facts.day() : wanted.no());
        return new Meeting(id, wanted.plan(), wanted.no(), facts, 0, clock.instant());
    }

    /**
     * Records it otherwise.
     *
     * @return the names of what changed
     * @throws ProblemException 422 as with {@link #register}
     */
    List<String> change(MeetingFacts other, Clock clock) {
        require(no, other);
        List<String> changed = differences(other);
        if (!changed.isEmpty()) {
            facts = other;
            version++;
            changedAt = clock.instant();
        }
        return changed;
    }

    private static void require(Integer no, MeetingFacts facts) {
        List<FieldError> errors = facts.contradictions();
        if (errors.isEmpty() && no == null && facts.day() == null) {
            errors.add(FieldError.of("/heldOn", "number-or-day"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.toArray(FieldError[]::new));
        }
    }

    private List<String> differences(MeetingFacts other) {
        List<String> changed = new ArrayList<>();
        compare("heldAt", facts.heldAt(), other.heldAt(), changed);
        compare("endsAt", facts.endsAt(), other.endsAt(), changed);
        compare("heldOn", facts.day(), other.day(), changed);
        compare("place", facts.place(), other.place(), changed);
        compare("chair", facts.chair(), other.chair(), changed);
        compare("attendance", facts.attendance(), other.attendance(), changed);
        compare("agenda", facts.agenda(), other.agenda(), changed);
        compare("snapshots", facts.snapshots(), other.snapshots(), changed);
        compare("note", facts.note(), other.note(), changed);
        compare("source", facts.source(), other.source(), changed);
        return changed;
    }

    private static void compare(String name, Object before, Object after, List<String> changed) {
        if (!Objects.equals(before, after)) {
            changed.add(name);
        }
    }

    String id() {
        return id;
    }

    String plan() {
        return plan;
    }

    /** Null where its document states none. */
    Integer no() {
        return no;
    }

    MeetingFacts facts() {
        return facts;
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

    /** The same meeting, made what it is by somebody. */
    Meeting madeBy(ChangedBy somebody) {
        changedBy = somebody;
        return this;
    }
}
