package kcs.chassis.inbox;

import org.apache.kafka.common.TopicPartition;

/** Another replica has gone on from the same offset: this one's effects must not be committed. */
class DeposedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeposedException(TopicPartition partition, long expected) {
        super("%s is no longer at offset %d: another replica consumes".formatted(partition, expected));
    }
}
