package kcs.chassis.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Sends events to this service's topic as CloudEvents 1.0 in binary mode, and says which have arrived. */
final class EventPublisher implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final EventsConfig config;
    private final Map<String, Object> kafka;
    private final KafkaProducer<String, byte[]> producer;

    EventPublisher(EventsConfig config, Map<String, Object> kafka) {
        this.config = config;
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        // A wave is handed over at once and then waited for: lingering would only add to the time to the dashboard.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        return settings;
    }

    /**
     * Creates the topic where it is missing: kept without limit, because a projection is rebuilt from its first record.
     *
     * @throws KafkaException when the broker is away
     */
    void createTopic() throws InterruptedException {
        NewTopic topic = new NewTopic(config.topic(), config.partitions(), config.replication())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("request.timeout.ms", 3_000);
        settings.put("default.api.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(topic)).all().get();
            LOG.infof("created topic %s", config.topic());
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("cannot create topic " + config.topic(), failure.getCause());
            }
        }
    }

    /** Sends a wave, at most one event of an aggregate, and returns those that the broker has acknowledged. */
    List<WaitingEvent> send(List<WaitingEvent> wave) throws InterruptedException {
        Map<WaitingEvent, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (WaitingEvent event : wave) {
            try {
                sent.put(event, producer.send(record(event)));
            } catch (KafkaException failure) {
                // Most likely no broker is known. The others would wait as long, one after another.
                LOG.warnf("%s %d is not sent: %s", event.aggregate(), event.sequence(), failure.getMessage());
                break;
            }
        }
        List<WaitingEvent> acknowledged = new ArrayList<>();
        for (Map.Entry<WaitingEvent, Future<RecordMetadata>> one : sent.entrySet()) {
            try {
                one.getValue().get();
                acknowledged.add(one.getKey());
            } catch (ExecutionException failure) {
                WaitingEvent event = one.getKey();
                LOG.warnf("%s %d is not acknowledged: %s", event.aggregate(), event.sequence(), failure.getCause());
            }
        }
        return acknowledged;
    }

    ProducerRecord<String, byte[]> record(WaitingEvent event) {
        CloudEvent cloudEvent = CloudEventBuilder.v1()
                .withId(event.eventId().toString())
                .withSource(URI.create(config.source()))
                .withType(config.wireType(event.type()))
                .withSubject(event.subject())
                .withTime(event.occurredAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(event.sequence()))
                .withExtension("sourceepoch", Integer.toString(event.epoch()))
                .withExtension("partitionkey", event.key())
                .withData("application/json", event.data())
                .build();
        ProducerRecord<String, byte[]> record = KafkaMessageFactory.<String>createWriter(config.topic(), event.key())
                .writeBinary(cloudEvent);
        if (event.traceparent() != null) {
            record.headers().add("traceparent", event.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /** Also on a thread that was interrupted to make it stop: the client would complain rather than close. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        producer.close(Duration.ofMillis(300));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
