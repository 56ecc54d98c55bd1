package kcs.chassis.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads topics from the offsets that the inbox has stored; Kafka is told nothing about them. */
final class TopicReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration METADATA = Duration.ofSeconds(3);

    private final Set<String> topics;
    private final Inbox inbox;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** What the inbox has stored, as long as this consumer is the one that moves it. */
    private final Map<TopicPartition, Long> stored = new HashMap<>();

    TopicReader(Set<String> topics, Map<String, Object> kafka, int batch, Inbox inbox) {
        this.topics = new TreeSet<>(topics);
        this.inbox = inbox;
        this.consumer =
                new KafkaConsumer<>(settings(kafka, batch), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, int batch) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // An offset that is not there is a fault to be told, not to be skipped.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        return settings;
    }

    /** Takes up partitions that have appeared: a topic may not have been created yet by its owner. */
    void assign() {
        List<TopicPartition> added = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, METADATA);
            if (partitions != null) {
                partitions.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .filter(partition -> !stored.containsKey(partition))
                        .forEach(added::add);
            }
        }
        if (added.isEmpty()) {
            return;
        }
        added.forEach(partition -> stored.put(partition, inbox.nextOffset(partition)));
        consumer.assign(stored.keySet());
        added.forEach(partition -> consumer.seek(partition, stored.get(partition)));
        LOG.infof("consuming %d partitions of %s", stored.size(), topics);
    }

    boolean assigned() {
        return !stored.isEmpty();
    }

    /** Waits a moment for records and takes them. */
    void takeNext() {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(POLL);
        } catch (OffsetOutOfRangeException lost) {
            beginAgain(lost.offsetOutOfRangePartitions().keySet());
            return;
        }
        if (!records.isEmpty()) {
            List<ConsumerRecord<byte[], byte[]>> list = new ArrayList<>(records.count());
            records.forEach(list::add);
            Batch batch = new Batch(list, stored);
            inbox.take(batch);
            stored.putAll(batch.to());
        }
    }

    /** A topic that was lost and made anew holds a replay at its beginning; what was seen before will do nothing. */
    private void beginAgain(Set<TopicPartition> partitions) {
        LOG.errorf("the stored offsets of %s are not in the topics: beginning again", partitions);
        consumer.beginningOffsets(partitions, METADATA).forEach((partition, beginning) -> {
            inbox.jump(partition, stored.get(partition), beginning);
            stored.put(partition, beginning);
            consumer.seek(partition, beginning);
        });
    }

    /** Records known to be in the topics and not taken yet. */
    long lag() {
        return stored.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Also on a thread that was interrupted to make it stop: the client would complain rather than close. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        consumer.close(CloseOptions.timeout(Duration.ofMillis(300)));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
