package kcs.chassis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of this suite, as read from a topic or from its owner's history.
 *
 * @param id the same however often the event is delivered
 * @param topic {@code kcs.collaboration.v1}
 * @param source {@code /kcs/collaboration-service}
 * @param aggregate {@code task/KCS-2024-01}: the type's noun and the subject; unique within a topic
 * @param epoch goes up when the owner's database is restored from a backup
 * @param sequence the number of the event among those of its aggregate, from 1, without gaps
 * @param type {@code task.status-changed}, without the suite's prefix and version
 * @param subject {@code KCS-2024-01}
 * @param time when it happened, by its owner's clock
 * @param data the transition and the full state after it
 * @param gapBefore whether events before this one are missing; they are fetched and handed to
 *     {@link InboxHandler#applyHistory}
 */
public record InboxEvent(
        UUID id,
        String topic,
        String source,
        String aggregate,
        long epoch,
        long sequence,
        String type,
        String subject,
        Instant time,
        JsonNode data,
        boolean gapBefore) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The data as a consumer's own record, with only the fields it reads: owners add fields.
     *
     * @throws IllegalArgumentException when they do not fit, which parks the event
     */
    public <T> T dataAs(Class<T> type) {
        try {
            return MAPPER.treeToValue(data, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "%s %s is not a %s: %s"
                            .formatted(this.type, subject, type.getSimpleName(), failure.getOriginalMessage()),
                    failure);
        }
    }

    InboxEvent afterGap() {
        return new InboxEvent(id, topic, source, aggregate, epoch, sequence, type, subject, time, data, true);
    }
}
