package kcs.chassis.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import kcs.chassis.identity.Session;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what another site would have a browser do in the session of whoever sits before it. A browser says where a
 * request comes from and lets no page say otherwise; who brings a token has it from nobody's browser and is not concerned.
 */
@Singleton
public class CrossSiteGuard {
    /** Behind the way to open data, which lays cookies down. */
    private static final int BEFORE_AUTHENTICATION = 243;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SITE = "Sec-Fetch-Site";
    private static final String OWN_SITE = "same-origin";

    private final Problems problems;
    private final String origin;

    CrossSiteGuard(
            Problems problems,
            @ConfigProperty(name = "kcs.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.problems = problems;
        URI address = URI.create(publicUrl);
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_AUTHENTICATION);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method()) || !Session.carries(request) || comesFromHere(request)) {
            context.next();
        } else {
            problems.send(new ProblemException(403, "cross-site"), context);
        }
    }

    /** Older browsers, and all on a connection that is not encrypted, say the origin alone. */
    private boolean comesFromHere(HttpServerRequest request) {
        String site = request.getHeader(SITE);
        return site == null ? origin.equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals(OWN_SITE);
    }
}
