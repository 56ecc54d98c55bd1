package kcs.progress.board;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import kcs.chassis.inbox.InboxEvent;
import kcs.progress.board.Reading.Part;
import kcs.progress.board.Reading.Transition;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.Visibility;

/** Reads what this service itself tells of: cycles, checkpoints, extensions and health. */
final class RoundReading {
    static final String TOPIC = "kcs.progress.v1";

    private static final String OVERDUE = "checkpoint.overdue";
    private static final String STATUS_CHANGED = ".status-changed";
    private static final String HEALTH_CHANGED = "task.health-changed";

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CycleEvent(Transition transition, CycleState cycle) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CheckpointEvent(Transition transition, CheckpointState checkpoint) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record HealthEvent(Transition transition, TaskHealth health) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ExtensionEvent(Extension extension) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Extension(String id, String checkpoint, String task, String agency, String decision, LocalDate until) {
        Extension {
            Objects.requireNonNull(id, "extension without id");
            Objects.requireNonNull(checkpoint, "extension without checkpoint");
            Objects.requireNonNull(task, "extension without task");
        }
    }

    private RoundReading() {}

    /** Null for what the board does not show. */
    static Reading of(InboxEvent event) {
        return switch (Reading.nounOf(event)) {
            case FeedEntry.CYCLE -> cycle(event);
            case FeedEntry.CHECKPOINT -> checkpoint(event);
            case FeedEntry.EXTENSION -> extension(event);
            case FeedEntry.TASK -> event.type().equals(HEALTH_CHANGED) ? health(event) : null;
            default -> null;
        };
    }

    private static Reading cycle(InboxEvent event) {
        CycleEvent data = event.dataAs(CycleEvent.class);
        CycleState cycle = Reading.required(data.cycle(), event);
        return new Reading(
                FeedEntry.CYCLE,
                cycle.id(),
                null,
                data.transition(),
                Visibility.PUBLIC,
                Set.of(),
                new Part(null, null, cycle.id()),
                event.data().get(FeedEntry.CYCLE),
                event.type().endsWith(STATUS_CHANGED));
    }

    /** Hundreds of them open at once: then the feed tells of their cycle. */
    private static Reading checkpoint(InboxEvent event) {
        CheckpointEvent data = event.dataAs(CheckpointEvent.class);
        CheckpointState checkpoint = Reading.required(data.checkpoint(), event);
        boolean moved = event.type().endsWith(STATUS_CHANGED)
                && data.transition() != null
                && data.transition().from() != null;
        return new Reading(
                FeedEntry.CHECKPOINT,
                checkpoint.id(),
                null,
                data.transition(),
                checkpoint.visibility(),
                checkpoint.participants(),
                new Part(checkpoint.task(), checkpoint.agency(), checkpoint.cycle()),
                event.data().get(FeedEntry.CHECKPOINT),
                moved || event.type().equals(OVERDUE));
    }

    /** Its event says nothing of who may see the task: that is as with its checkpoint, see {@link #checkpointOf}. */
    private static Reading extension(InboxEvent event) {
        Extension extension =
                Reading.required(event.dataAs(ExtensionEvent.class).extension(), event);
        return new Reading(
                FeedEntry.EXTENSION,
                extension.id(),
                null,
                new Transition(null, extension.decision(), null, null, null, extension.until()),
                Visibility.GOVERNMENT,
                Set.of(),
                new Part(extension.task(), extension.agency(), null),
                null,
                true);
    }

    /** The checkpoint that an extension is for. */
    static String checkpointOf(InboxEvent extension) {
        return extension.data().at("/extension/checkpoint").textValue();
    }

    /** Worth a line where the headline is another one, not where a percentage is; the first of a task is none. */
    private static Reading health(InboxEvent event) {
        HealthEvent data = event.dataAs(HealthEvent.class);
        TaskHealth health = Reading.required(data.health(), event);
        Transition move = data.transition() == null ? Transition.NONE : data.transition();
        return new Reading(
                FeedEntry.HEALTH,
                health.task(),
                null,
                move,
                health.visibility(),
                health.participants(),
                new Part(health.task(), null, health.cycle()),
                event.data().get(FeedEntry.HEALTH),
                move.from() != null && !move.from().equals(move.to()));
    }
}
