package kcs.chassis.inbox;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kcs.chassis.outbox.EventsResource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads a Kafka record as an event of this suite: CloudEvents 1.0, binary mode. */
final class RecordReader {

    /** {@code kcs.collaboration.task.status-changed.v1}: service, type with its noun, version. */
    private static final Pattern TYPE = Pattern.compile("kcs\\.[a-z-]+\\.(([a-z-]+)\\.[a-z-]+)\\.v1");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private RecordReader() {}

    /** @throws UnreadableRecordException when anything of it is missing or malformed */
    static InboxEvent read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return event(
                    record.topic(), KafkaMessageFactory.createReader(record).toEvent());
        } catch (CloudEventRWException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException failure) {
            throw new UnreadableRecordException("not an event of this suite", failure);
        }
    }

    private static InboxEvent event(String topic, CloudEvent event) {
        Matcher type = TYPE.matcher(event.getType());
        if (!type.matches()) {
            throw new UnreadableRecordException("unknown type " + event.getType());
        }
        String subject = Objects.requireNonNull(event.getSubject(), "no subject");
        return new InboxEvent(
                UUID.fromString(event.getId()),
                topic,
                event.getSource().toString(),
                type.group(2) + "/" + subject,
                number(event, "sourceepoch"),
                number(event, "sequence"),
                type.group(1),
                subject,
                Objects.requireNonNull(event.getTime(), "no time").toInstant(),
                json(event.getData()),
                false);
    }

    private static long number(CloudEvent event, String extension) {
        long number = Long.parseLong(String.valueOf(event.getExtension(extension)));
        if (number < 1) {
            throw new UnreadableRecordException(extension + " is " + number);
        }
        return number;
    }

    private static JsonNode json(CloudEventData data) {
        Objects.requireNonNull(data, "no data");
        try {
            JsonNode json = JSON.readValue(data.toBytes());
            if (!json.isObject()) {
                throw new UnreadableRecordException("the data are no JSON object");
            }
            return json;
        } catch (IOException failure) {
            throw new UnreadableRecordException("the data are no JSON", failure);
        }
    }

    /** The aggregate of a record that could not be read, as far as its headers say so. */
    static Optional<String> aggregateOf(ConsumerRecord<byte[], byte[]> record) {
        Matcher type = TYPE.matcher(header(record, "ce_type"));
        String subject = header(record, "ce_subject");
        return type.matches() && !subject.isBlank() ? Optional.of(type.group(2) + "/" + subject) : Optional.empty();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** An event out of this service's own history. */
    static InboxEvent fromHistory(String topic, String source, EventsResource.Item item, JsonNode data) {
        return new InboxEvent(
                item.id(),
                topic,
                source,
                item.aggregate(),
                item.epoch(),
                item.sequence(),
                item.type(),
                item.subject(),
                item.time(),
                data,
                false);
    }

    /** An event out of its owner's history, which speaks of types without prefix and version. */
    static InboxEvent fromHistory(String topic, String source, JsonNode item) {
        return new InboxEvent(
                UUID.fromString(item.required("id").textValue()),
                topic,
                source,
                item.required("aggregate").textValue(),
                item.required("epoch").longValue(),
                item.required("sequence").longValue(),
                item.required("type").textValue(),
                item.required("subject").textValue(),
                Instant.parse(item.required("time").textValue()),
                item.required("data"),
                false);
    }
}
