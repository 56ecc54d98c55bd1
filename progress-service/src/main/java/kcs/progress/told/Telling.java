package kcs.progress.told;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.StreamSupport.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.inbox.InboxEvent;

/**
 * What is read of an event to keep it where it is found again. Who may see it is decided by what it says itself: of what
 * does not say it is the government's.
 *
 * @param state of the thing, whole
 * @param detail the rest of what the event says: the transition, what changed
 */
record Telling(
        Kind kind,
        String plan,
        String cycle,
        String task,
        String agency,
        String visibility,
        Set<String> participants,
        JsonNode state,
        JsonNode detail) {

    private static final String ROUND = "kcs.progress.v1";

    /** Of what belongs to no plan, such as agencies. */
    static final String NO_PLAN = "";

    private static final String PUBLIC = "PUBLIC";
    private static final String GOVERNMENT = "GOVERNMENT";

    static Telling of(InboxEvent event) {
        String noun = event.type().substring(0, event.type().indexOf('.'));
        boolean health = noun.equals("task") && event.topic().equals(ROUND);
        Kind kind = health ? Kind.HEALTH : kind(noun);
        String field = health ? "health" : noun;
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        if (event.data() instanceof ObjectNode data) {
            detail.setAll(data);
        }
        JsonNode held = detail.remove(field);
        JsonNode state = held == null ? NullNode.instance : held;
        return new Telling(
                kind,
                kind == Kind.PLAN ? event.subject() : Objects.requireNonNullElse(text(state, "plan"), NO_PLAN),
                kind == Kind.CYCLE ? event.subject() : text(state, "cycle"),
                kind == Kind.TASK ? event.subject() : text(state, "task"),
                kind == Kind.AGENCY ? event.subject() : text(state, "agency"),
                visibility(kind, state),
                participants(kind, state),
                state,
                detail);
    }

    private static Kind kind(String noun) {
        try {
            return Kind.valueOf(noun.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Kind.OTHER;
        }
    }

    private static String visibility(Kind kind, JsonNode state) {
        return switch (kind) {
            case PLAN, AGENCY, CYCLE, MEETING, SNAPSHOT -> PUBLIC;
            case TASK, CHECKPOINT, HEALTH, OPINION -> PUBLIC.equals(text(state, "visibility")) ? PUBLIC : GOVERNMENT;
            case EXTENSION, OTHER -> GOVERNMENT;
        };
    }

    private static Set<String> participants(Kind kind, JsonNode state) {
        return kind == Kind.TASK
                ? stream(state.path("participations").spliterator(), false)
                        .filter(part -> part.path("until").isMissingNode()
                                || part.path("until").isNull())
                        .map(part -> text(part, "agency"))
                        .collect(toCollection(TreeSet::new))
                : stream(state.path("participants").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(toCollection(TreeSet::new));
    }

    private static String text(JsonNode state, String field) {
        return state.path(field).textValue();
    }
}
