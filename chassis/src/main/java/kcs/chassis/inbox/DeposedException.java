package kcs.chassis.inbox;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Another replica has gone on from the same offset: this one's effects must not be committed. */
class DeposedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeposedException(Map<TopicPartition, Long> expected) {
        super("the offsets stored are no longer %s: another replica consumes".formatted(expected));
    }
}
