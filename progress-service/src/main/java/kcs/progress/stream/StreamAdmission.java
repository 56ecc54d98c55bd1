package kcs.progress.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kcs.chassis.problem.ProblemException;

/** Counts the open streams, so that neither one client nor all together take the service from the others. */
@Singleton
class StreamAdmission {

    /** How many streams there may be, and how they are kept alive. */
    @ConfigMapping(prefix = "kcs.dashboard.stream")
    interface Settings {
        /** At once for one signed-in user, or one address of those who are not. */
        @WithDefault("50")
        int perClient();

        /** At once in all. */
        @WithDefault("2000")
        int total();

        /** Between two signs of life. */
        @WithDefault("15s")
        Duration heartbeat();
    }

    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "30";

    private final Settings settings;
    private final AtomicInteger total = new AtomicInteger();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();

    StreamAdmission(Settings settings) {
        this.settings = settings;
    }

    /**
     * Lets a stream in; {@link #leave} must follow.
     *
     * @throws ProblemException 503 when there are too many in all, 429 when this client has too many
     */
    void enter(String client) {
        if (total.incrementAndGet() > settings.total()) {
            total.decrementAndGet();
            throw new ProblemException(503, "streams-full").header(RETRY_AFTER, SECONDS);
        }
        if (byClient.merge(client, 1, Integer::sum) > settings.perClient()) {
            leave(client);
            throw new ProblemException(429, "too-many-streams", settings.perClient()).header(RETRY_AFTER, SECONDS);
        }
    }

    void leave(String client) {
        total.decrementAndGet();
        byClient.computeIfPresent(client, (any, count) -> count > 1 ? count - 1 : null);
    }
}
