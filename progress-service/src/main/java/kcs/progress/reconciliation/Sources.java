package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import kcs.chassis.inbox.InboxEvent;
import kcs.chassis.inbox.PeerEvents;
import kcs.chassis.problem.ProblemException;

/**
 * What the owners say of their plans, tasks and agencies, and this service of its round: the newest event of each, read from
 * its owner.
 */
@Singleton
class Sources {
    private static final Map<String, String> OWNERS = Map.of(
            "agency-service",
            "kcs.agency.v1",
            "collaboration-service",
            "kcs.collaboration.v1",
            "progress-service",
            "kcs.progress.v1");

    private final PeerEvents peers;

    Sources(PeerEvents peers) {
        this.peers = peers;
    }

    /**
     * The state of everything by its aggregate, {@code task/KCS-2024-01}, with {@code changedAt} beside it. The health of
     * a task, which this service tells of, is {@code health/KCS-2024-01}.
     *
     * @throws ProblemException 503 when an owner cannot be asked
     */
    Map<String, ObjectNode> read() {
        Map<String, ObjectNode> states = new TreeMap<>();
        OWNERS.forEach((service, topic) -> read(service, topic, states));
        return states;
    }

    private void read(String service, String topic, Map<String, ObjectNode> into) {
        try {
            peers.latest(topic, event -> add(event, into));
        } catch (IOException away) {
            throw away(service, away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away(service, interrupted);
        }
    }

    private static void add(InboxEvent event, Map<String, ObjectNode> into) {
        String noun = event.type().equals("task.health-changed")
                ? "health"
                : event.aggregate().substring(0, event.aggregate().indexOf('/'));
        if (Comparison.FIELDS.containsKey(noun) && event.data().get(noun) instanceof ObjectNode state) {
            ObjectNode whole = state.deepCopy();
            whole.put("changedAt", event.time().toString());
            into.put(noun + "/" + event.subject(), whole);
        }
    }

    private static ProblemException away(String service, Exception cause) {
        ProblemException problem = new ProblemException(503, "peer-unavailable", service);
        problem.initCause(cause);
        return problem.with("peer", service).header("Retry-After", "5");
    }
}
