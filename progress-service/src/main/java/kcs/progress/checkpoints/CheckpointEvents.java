package kcs.progress.checkpoints;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.ParticipationRole;
import kcs.progress.directory.Visibility;

/**
 * What the suite is told of checkpoints: where they stand, and never what is in them but for the percentage that was
 * accepted, which the health of the task is reckoned from. Why one was returned or corrected is between its agency and the
 * planners; an event could not be taken back.
 */
public final class CheckpointEvents {

    private CheckpointEvents() {}

    /** Where a checkpoint stands, with the task's visibility and participants, by which it is shown. */
    public record State(
            String id,
            String cycle,
            String plan,
            String period,
            String task,
            String agency,
            ParticipationRole role,
            Visibility visibility,
            List<String> participants,
            CheckpointStatus status,
            LocalDate dueOn,
            LocalDate extendedDueOn,
            LocalDate returnedDueOn,
            LocalDate locksOn,
            Instant firstSubmittedAt,
            LocalDate firstSubmittedOn,
            Instant lastSubmittedAt,
            Integer latestNo,
            Integer acceptedNo,
            Accepted accepted,
            long version) {}

    /**
     * What is told of the version in force.
     *
     * @param percentComplete 0 to 100; null where it states none
     */
    public record Accepted(Integer percentComplete) {}

    /** A step in its life; {@code from} is null when it was made. */
    record Transition(
            CheckpointStatus from, CheckpointStatus to, CheckpointAction action, String reason, String actorAgency) {}

    record Moved(Transition transition, State checkpoint) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(List<String> changed, State checkpoint) {}

    /** The state of a checkpoint as events carry it. */
    public static State state(Checkpoint checkpoint) {
        Duty duty = checkpoint.duty();
        Filed filed = checkpoint.filed();
        Checkpoint.Standing standing = checkpoint.standing();
        return new State(
                duty.id(),
                duty.cycle(),
                duty.plan(),
                duty.period(),
                duty.task(),
                duty.agency(),
                duty.role(),
                duty.visibility(),
                List.copyOf(new TreeSet<>(duty.participants())),
                standing.status(),
                duty.dueOn(),
                standing.extendedDueOn(),
                standing.returnedDueOn(),
                duty.locksOn(),
                filed.firstAt(),
                filed.firstAt() == null ? null : Seoul.dayOf(filed.firstAt()),
                filed.lastAt(),
                filed.latestNo() == 0 ? null : filed.latestNo(),
                filed.acceptedNo(),
                filed.acceptedNo() == null ? null : new Accepted(filed.acceptedPercent()),
                standing.version());
    }

    static OutboxEvent opened(Checkpoint checkpoint, Caller actor) {
        Transition opened = new Transition(null, CheckpointStatus.OPEN, CheckpointAction.OPENED, null, actor.agency());
        return event("checkpoint.status-changed", checkpoint, new Moved(opened, state(checkpoint)));
    }

    /** A step that was taken; an extension leaves the status as it is and is told as a change. */
    static OutboxEvent taken(Checkpoint checkpoint, Checkpoint.Step step, Caller actor) {
        if (step.from() == step.to()) {
            return event("checkpoint.changed", checkpoint, new Changed(List.of("extendedDueOn"), state(checkpoint)));
        }
        boolean open = step.action() == CheckpointAction.WAIVED;
        String reason = open ? step.reason() : null;
        Transition taken = new Transition(step.from(), step.to(), step.action(), reason, actor.agency());
        return event("checkpoint.status-changed", checkpoint, new Moved(taken, state(checkpoint)));
    }

    /** An event of a checkpoint with data of any kind. */
    public static OutboxEvent event(String type, Checkpoint checkpoint, Object data) {
        String id = checkpoint.id();
        return new OutboxEvent("checkpoint/" + id, checkpoint.duty().task(), type, id, data);
    }
}
