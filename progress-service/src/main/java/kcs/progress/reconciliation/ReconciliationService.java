package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kcs.progress.audience.Audience;
import kcs.progress.dashboard.Snapshot;
import kcs.progress.dashboard.Snapshots;
import kcs.progress.directory.Visibility;
import kcs.progress.reconciliation.Reconciliation.Difference;

/**
 * Holds the dashboard against its sources. Both live on while they are compared, so what differs is looked at again: what
 * was only on its way has arrived by then, and what differs each time differs.
 */
@Singleton
class ReconciliationService {
    private static final int LOOKS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Sources sources;
    private final Snapshots snapshots;
    private final ObjectMapper json;
    private final Clock clock;

    ReconciliationService(Sources sources, Snapshots snapshots, ObjectMapper json, Clock clock) {
        this.sources = sources;
        this.snapshots = snapshots;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Compares what an audience sees.
     *
     * @throws kcs.chassis.problem.ProblemException 503 when an owner cannot be asked
     */
    Reconciliation compare(Audience audience) {
        Comparison comparison = look(audience);
        List<Difference> lasting = new ArrayList<>(comparison.differences());
        for (int look = 1; look < LOOKS && !lasting.isEmpty(); look++) {
            snapshots.awaitNewer(BETWEEN);
            comparison = look(audience);
            lasting.retainAll(comparison.differences());
        }
        return new Reconciliation(clock.instant(), comparison.compared(), lasting);
    }

    /** The sources first: what they told of before may have reached the dashboard since. */
    private Comparison look(Audience audience) {
        Map<String, ObjectNode> said = sources.read();
        Snapshot shown = snapshots.make(audience);
        return new Comparison(parsed(shown), counted(shown), said, shown.board().day(), task -> seen(audience, task));
    }

    /** Checkpoints are on the dashboard in its counts alone: those that it was made of. */
    private List<JsonNode> counted(Snapshot snapshot) {
        return snapshot.board()
                .states()
                .checkpoints()
                .all()
                .<JsonNode>map(checkpoint -> json.valueToTree(checkpoint.state()))
                .toList();
    }

    private JsonNode parsed(Snapshot snapshot) {
        try {
            return json.readTree(snapshot.plain().bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean seen(Audience audience, JsonNode task) {
        String visibility = task.path("visibility").asText(Visibility.GOVERNMENT.name());
        List<String> participants = Comparison.parts(task).findValuesAsText("agency");
        return audience.sees(Visibility.valueOf(visibility), participants);
    }
}
