package kcs.progress.events;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.inbox.InboxHandler;

/** Hands the events that this service consumes to each of its features, in their order and in one transaction. */
@ApplicationScoped
class ProgressEvents implements InboxHandler {
    private final List<EventConsumer> consumers;

    ProgressEvents(@All List<EventConsumer> consumers) {
        this.consumers = consumers;
    }

    @Override
    public Set<String> topics() {
        return consumers.stream()
                .flatMap(consumer -> consumer.topics().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void apply(List<InboxEvent> events) {
        for (EventConsumer consumer : consumers) {
            Set<String> topics = consumer.topics();
            List<InboxEvent> its = events.stream()
                    .filter(event -> topics.contains(event.topic()))
                    .toList();
            if (!its.isEmpty()) {
                consumer.apply(its);
            }
        }
    }

    @Override
    public void applyHistory(InboxEvent event) {
        for (EventConsumer consumer : consumers) {
            if (consumer.topics().contains(event.topic())) {
                consumer.applyHistory(event);
            }
        }
    }
}
