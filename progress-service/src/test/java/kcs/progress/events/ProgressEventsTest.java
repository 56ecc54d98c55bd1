package kcs.progress.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kcs.chassis.inbox.InboxEvent;
import org.junit.jupiter.api.Test;

class ProgressEventsTest {
    private static final InboxEvent TASK = event("kcs.collaboration.v1", "task", "T-1");
    private static final InboxEvent CYCLE = event("kcs.progress.v1", "cycle", "T-2024");

    private final List<String> heard = new ArrayList<>();
    private final ProgressEvents events = new ProgressEvents(List.of(
            new Listener("first", "kcs.collaboration.v1"),
            new Listener("second", "kcs.collaboration.v1", "kcs.progress.v1")));

    /** Writes down what it is handed. */
    private final class Listener implements EventConsumer {
        private final String name;
        private final Set<String> topics;

        Listener(String name, String... topics) {
            this.name = name;
            this.topics = Set.of(topics);
        }

        @Override
        public Set<String> topics() {
            return topics;
        }

        @Override
        public void apply(List<InboxEvent> events) {
            heard.add(name + " " + events.stream().map(InboxEvent::subject).toList());
        }

        @Override
        public void applyHistory(InboxEvent event) {
            heard.add(name + " late " + event.subject());
        }
    }

    @Test
    void handsEachConsumerTheEventsOfItsTopicsInOrder() {
        events.apply(List.of(TASK, CYCLE));
        events.apply(List.of(CYCLE));
        events.applyHistory(TASK);
        events.applyHistory(CYCLE);

        assertThat(heard)
                .containsExactly(
                        "first [T-1]",
                        "second [T-1, T-2024]",
                        "second [T-2024]",
                        "first late T-1",
                        "second late T-1",
                        "second late T-2024");
    }

    @Test
    void readsTheTopicsOfAll() {
        assertThat(events.topics()).containsExactlyInAnyOrder("kcs.collaboration.v1", "kcs.progress.v1");
    }

    private static InboxEvent event(String topic, String noun, String subject) {
        return new InboxEvent(
                UUID.randomUUID(),
                topic,
                "/kcs/test",
                noun + "/" + subject,
                1,
                1,
                noun + ".changed",
                subject,
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                false);
    }
}
