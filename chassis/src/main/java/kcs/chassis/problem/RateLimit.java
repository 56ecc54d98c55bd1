package kcs.chassis.problem;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;

/** Keeps one client from taking the service from the others: the token's subject, else the address. */
@Singleton
public class RateLimit {
    private static final int BEHIND_AUTHENTICATION = 150;
    private static final List<String> LIMITED = List.of("/api/", "/open/");

    /** How much one client may ask. */
    @ConfigMapping(prefix = "kcs.rate-limit")
    public interface Settings {
        /** Requests per second over time. */
        @WithDefault("200")
        long perSecond();

        /** Requests at once. */
        @WithDefault("400")
        long burst();
    }

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();
    private final Settings settings;
    private final Problems problems;

    RateLimit(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEHIND_AUTHENTICATION);
    }

    private void admit(RoutingContext request) {
        if (!isLimited(request.request().path()) || admits(request)) {
            request.next();
        }
    }

    private static boolean isLimited(String path) {
        return LIMITED.stream().anyMatch(path::startsWith);
    }

    /** Counts a request, and answers it with 429 where its client has asked too much. */
    public boolean admits(RoutingContext request) {
        ConsumptionProbe probe =
                buckets.get(clientOf(request), this::fullBucket).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        problems.send(
                new ProblemException(429, "too-many-requests", seconds)
                        .header("Retry-After", String.format(Locale.ROOT, "%d", seconds)),
                request);
        return false;
    }

    private Bucket fullBucket(String client) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static String clientOf(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user) {
            Caller caller = CurrentCaller.from(user.getSecurityIdentity());
            if (caller.signedIn()) {
                return "subject " + caller.subject();
            }
        }
        return "address " + request.request().remoteAddress().hostAddress();
    }
}
