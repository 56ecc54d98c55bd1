package kcs.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.chassis.leadership.DirectConnections;
import kcs.chassis.leadership.LeaderThread;
import org.apache.kafka.common.KafkaException;

/**
 * Carries committed events from the outbox to the topic: at least once, and in order for each aggregate.
 *
 * <p>One relay leads per database. It sends in waves, the first event of every aggregate, then the second, each wave
 * acknowledged and marked before the next; an aggregate whose event failed sends no more in that pass. No transaction is
 * open while it waits for the broker.
 */
@Singleton
class OutboxRelay {

    private static final int BATCH = 250;

    /**
     * A wave costs the same for one event as for thirty, here, at the broker and at every consumer: where several came at
     * once more are about to, and are waited for.
     */
    private static final int BUSY = 4;

    private static final Duration GATHER = Duration.ofMillis(20);

    private final EventsConfig config;
    private final Map<String, Object> kafka;
    private final RelaySignal signal;
    private final OutboxMetrics metrics;
    private final LeaderThread thread;

    OutboxRelay(
            EventsConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DirectConnections connections,
            RelaySignal signal,
            OutboxMetrics metrics) {
        this.config = config;
        this.kafka = kafka;
        this.signal = signal;
        this.metrics = metrics;
        this.thread = new LeaderThread("kcs-outbox", connections, this::lead);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop();
    }

    private void lead(Connection lock) throws SQLException, InterruptedException {
        try (EventPublisher publisher = new EventPublisher(config, kafka)) {
            WaitingEvents outbox = new WaitingEvents(lock, config.poll());
            measure(outbox, outbox.next(BATCH));
            publisher.createTopic();
            while (!thread.stopped()) {
                pass(outbox, publisher);
                thread.healthy();
            }
        } catch (SQLException lost) {
            // With the session the lead is lost: what waits is now another relay's to tell.
            metrics.seen(0, null);
            throw lost;
        }
    }

    private void pass(WaitingEvents outbox, EventPublisher publisher) throws SQLException, InterruptedException {
        List<WaitingEvent> batch = outbox.next(BATCH);
        measure(outbox, batch);
        if (batch.isEmpty()) {
            signal.await(config.poll());
        } else if (!relay(batch, outbox, publisher)) {
            // Begins anew: with the topic, should it be gone, or with another replica, should only this one not get
            // through.
            throw new KafkaException("not every event was acknowledged");
        } else if (batch.size() >= BUSY && batch.size() < BATCH) {
            thread.pause(GATHER);
        }
    }

    private void measure(WaitingEvents outbox, List<WaitingEvent> batch) throws SQLException {
        if (batch.isEmpty()) {
            metrics.seen(0, null);
        } else {
            long waiting = batch.size() == BATCH ? outbox.count() : batch.size();
            metrics.seen(waiting, batch.get(0).occurredAt());
        }
    }

    /** Returns whether every event of the batch is out. */
    static boolean relay(List<WaitingEvent> batch, WaitingEvents outbox, EventPublisher publisher)
            throws SQLException, InterruptedException {
        Map<String, Deque<WaitingEvent>> queues = new LinkedHashMap<>();
        batch.forEach(event -> queues.computeIfAbsent(event.aggregate(), aggregate -> new ArrayDeque<>())
                .add(event));
        boolean all = true;
        while (!queues.isEmpty()) {
            List<WaitingEvent> wave = new ArrayList<>();
            queues.values().forEach(queue -> wave.add(queue.remove()));
            List<WaitingEvent> acknowledged = publisher.send(wave);
            outbox.markPublished(acknowledged);
            Set<String> mayGoOn = new HashSet<>();
            acknowledged.forEach(event -> mayGoOn.add(event.aggregate()));
            all &= acknowledged.size() == wave.size();
            queues.entrySet()
                    .removeIf(queue -> !mayGoOn.contains(queue.getKey())
                            || queue.getValue().isEmpty());
        }
        return all;
    }
}
