package kcs.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kcs.chassis.outbox.EventHistory;
import kcs.chassis.outbox.EventsConfig;
import kcs.chassis.outbox.EventsResource;

/**
 * The event history behind a topic: of another service, at {@code /internal/events} on its own port; of this service, in
 * its outbox, for which nobody need be asked.
 */
@Singleton
public class PeerEvents {

    private static final int PAGE = 500;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** @param next where the next page begins; null at the end */
    private record Page(List<InboxEvent> events, String next) {}

    private final PeerClient peers;
    private final EventHistory own;
    private final EventsConfig config;

    PeerEvents(PeerClient peers, EventHistory own, EventsConfig config) {
        this.peers = peers;
        this.own = own;
        this.config = config;
    }

    /**
     * Events of one aggregate, in order.
     *
     * @param topic the owner's, {@code kcs.collaboration.v1}
     * @param from the first sequence wanted
     * @param to the last sequence wanted
     * @throws IOException when the owner cannot be asked now
     */
    public List<InboxEvent> history(String topic, String aggregate, long from, long to)
            throws IOException, InterruptedException {
        List<InboxEvent> events = new ArrayList<>();
        String next = Long.toString(from);
        while (next != null) {
            Page page = isOwn(topic)
                    ? page(topic, own.of(aggregate, Long.parseLong(next), PAGE))
                    : page(topic, "aggregate=" + PeerClient.encode(aggregate) + "&from=" + next);
            events.addAll(page.events());
            boolean reached = !events.isEmpty() && events.get(events.size() - 1).sequence() >= to;
            next = reached ? null : page.next();
        }
        return events.stream().filter(event -> event.sequence() <= to).toList();
    }

    /**
     * Hands over the newest event of every aggregate of an owner, page by page.
     *
     * @throws IOException when the owner cannot be asked now
     */
    public void latest(String topic, Consumer<InboxEvent> each) throws IOException, InterruptedException {
        String after = "";
        while (after != null) {
            Page page = isOwn(topic)
                    ? page(topic, own.latest(after, PAGE))
                    : page(topic, "latest=true&after=" + PeerClient.encode(after));
            page.events().forEach(each);
            after = page.next();
        }
    }

    private boolean isOwn(String topic) {
        return topic.equals(config.topic());
    }

    private static Page page(String topic, EventsResource.History history) throws IOException {
        List<InboxEvent> events = new ArrayList<>();
        for (EventsResource.Item item : history.items()) {
            events.add(RecordReader.fromHistory(topic, source(topic), item, MAPPER.readTree(item.data())));
        }
        return new Page(events, history.next());
    }

    private Page page(String topic, String query) throws IOException, InterruptedException {
        JsonNode answer = peers.get(service(topic), "/internal/events?limit=" + PAGE + "&" + query);
        List<InboxEvent> events = new ArrayList<>();
        answer.required("items").forEach(item -> events.add(RecordReader.fromHistory(topic, source(topic), item)));
        return new Page(events, answer.path("next").textValue());
    }

    /** {@code kcs.collaboration.v1} is written by {@code collaboration}. */
    private static String service(String topic) {
        return topic.split("\\.")[1];
    }

    private static String source(String topic) {
        return "/kcs/" + service(topic) + "-service";
    }
}
