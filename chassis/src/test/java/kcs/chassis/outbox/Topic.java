package kcs.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic read from its first record by a bare client, to see what is really there. */
final class Topic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final String name;

    Topic(Map<String, Object> kafka, String name) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.name = name;
    }

    /** Reads until so many records fit, and whatever came with them. */
    List<ConsumerRecord<String, byte[]>> readUntil(
            Predicate<ConsumerRecord<String, byte[]>> wanted, long count, Duration atMost) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Instant end = Instant.now().plus(atMost);
        while (found.size() < count && Instant.now().isBefore(end)) {
            if (consumer.assignment().isEmpty()) {
                assign();
            } else {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key() != null && wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private void assign() {
        List<PartitionInfo> partitions = consumer.partitionsFor(name, Duration.ofSeconds(5));
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList());
    }

    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return headers(record).get(name);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
