package kcs.progress.board;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.time.Seoul;
import kcs.progress.directory.AgencyState;
import kcs.progress.directory.Label;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.Visibility;

/**
 * What an event says of its subject, as the board and its feed keep it.
 *
 * @param code of the thing, which must be the event's subject
 * @param state the owner's, whole; null where the board keeps none
 */
record Reading(
        String noun,
        String code,
        Label title,
        Transition transition,
        Visibility visibility,
        Collection<String> participants,
        Part part,
        JsonNode state,
        boolean listed) {

    /** The change of status that an event tells of, and until when; each kind of thing has its own, so they are text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transition(String from, String to, String action, String reason, String actorAgency, LocalDate until) {
        static final Transition NONE = new Transition(null, null, null, null, null, null);
    }

    /** What something of the round is a part of. */
    record Part(String task, String agency, String cycle) {
        static final Part NONE = new Part(null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TaskEvent(Transition transition, TaskState task) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record PlanEvent(Transition transition, PlanState plan) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record AgencyEvent(Transition transition, AgencyState agency) {}

    Reading {
        transition = transition == null ? Transition.NONE : transition;
    }

    /** Null for what the board does not show: owners tell of more than that, and of more as time goes on. */
    static Reading of(InboxEvent event) {
        Reading reading = event.topic().equals(RoundReading.TOPIC) ? RoundReading.of(event) : agreed(event);
        if (reading != null && !reading.code().equals(event.subject())) {
            throw new IllegalArgumentException(
                    "%s of %s holds the state of %s".formatted(event.type(), event.subject(), reading.code()));
        }
        return reading;
    }

    static String nounOf(InboxEvent event) {
        return event.type().substring(0, event.type().indexOf('.'));
    }

    /** The same, seen by whom its checkpoint was, and of the checkpoint's cycle. */
    Reading seenAs(Visibility other, Collection<String> others, String cycle) {
        Part of = new Part(part.task(), part.agency(), cycle);
        return new Reading(noun, code, title, transition, other, others, of, state, listed);
    }

    private static Reading agreed(InboxEvent event) {
        return switch (nounOf(event)) {
            case FeedEntry.TASK -> task(event);
            case FeedEntry.PLAN -> plan(event);
            case FeedEntry.AGENCY -> agency(event);
            default -> null;
        };
    }

    private static Reading task(InboxEvent event) {
        TaskEvent data = event.dataAs(TaskEvent.class);
        TaskState task = required(data.task(), event);
        return new Reading(
                FeedEntry.TASK,
                task.code(),
                task.title(),
                data.transition(),
                task.visibility(),
                task.participants(),
                Part.NONE,
                event.data().get(FeedEntry.TASK),
                true);
    }

    private static Reading plan(InboxEvent event) {
        PlanEvent data = event.dataAs(PlanEvent.class);
        PlanState plan = required(data.plan(), event);
        return open(FeedEntry.PLAN, plan.code(), plan.title(), data.transition(), event);
    }

    private static Reading agency(InboxEvent event) {
        AgencyEvent data = event.dataAs(AgencyEvent.class);
        AgencyState agency = required(data.agency(), event);
        Label name =
                agency.nameOn(LocalDate.ofInstant(event.time(), Seoul.ZONE)).name();
        return open(FeedEntry.AGENCY, agency.code(), name, data.transition(), event);
    }

    private static Reading open(String noun, String code, Label title, Transition transition, InboxEvent event) {
        JsonNode state = event.data().get(noun);
        return new Reading(noun, code, title, transition, Visibility.PUBLIC, Set.of(), Part.NONE, state, true);
    }

    static <T> T required(T state, InboxEvent event) {
        if (state == null) {
            throw new IllegalArgumentException(event.type() + " of " + event.subject() + " holds no state");
        }
        return state;
    }
}
