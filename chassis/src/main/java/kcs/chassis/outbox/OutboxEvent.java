package kcs.chassis.outbox;

import java.util.Objects;

/**
 * Something that happened, to be told to the other services.
 *
 * @param aggregate what it happened to, {@code task/KCS-2024-01}; its events keep their order and are numbered without gaps
 * @param key the Kafka key: the task's code for everything about a task, else the aggregate's own key
 * @param type what happened, {@code task.status-changed}: the aggregate's noun, then the past tense
 * @param subject the key of the aggregate, {@code KCS-2024-01}
 * @param data what is sent as JSON: the transition and the full state after it; never contacts, drafts or personal data
 */
public record OutboxEvent(String aggregate, String key, String type, String subject, Object data) {

    /** @throws IllegalArgumentException when the aggregate is not the type's noun and the subject: consumers rely on that */
    public OutboxEvent {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(data, "data");
        int dot = type.indexOf('.');
        if (dot < 1 || !aggregate.equals(type.substring(0, dot) + "/" + subject)) {
            throw new IllegalArgumentException(
                    "aggregate %s does not follow from type %s and subject %s".formatted(aggregate, type, subject));
        }
    }
}
