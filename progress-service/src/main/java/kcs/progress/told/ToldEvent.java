package kcs.progress.told;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kcs.progress.directory.Visibility;

/**
 * An event as it was told.
 *
 * @param visibility who could see it then, with the participants
 * @param code of the thing that it is of
 * @param type {@code task.status-changed}
 * @param at by its owner's clock
 * @param state of the thing after it
 * @param detail the rest of what it said: the transition, what changed
 */
public record ToldEvent(
        Kind kind,
        Visibility visibility,
        Set<String> participants,
        String code,
        String task,
        String agency,
        String cycle,
        String type,
        Instant at,
        JsonNode state,
        JsonNode detail) {

    /** The names of the fields that it says are different; none where it does not say. */
    public Set<String> changed() {
        return StreamSupport.stream(detail.path("changed").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A text of the transition; null where it says none. */
    public String said(String field) {
        return detail.path("transition").path(field).textValue();
    }
}
