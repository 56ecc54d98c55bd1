package kcs.chassis.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records to be taken in one transaction.
 *
 * @param from for each of their partitions, the offset that is stored before
 */
record Batch(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> from) {

    /** For each partition, the offset to store afterwards. */
    Map<TopicPartition, Long> to() {
        Map<TopicPartition, Long> to = new HashMap<>();
        records.forEach(record -> to.put(partition(record), record.offset() + 1));
        return to;
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
