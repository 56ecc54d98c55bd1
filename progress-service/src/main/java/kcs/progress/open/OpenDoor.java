package kcs.progress.open;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.problem.RateLimit;

/**
 * The way to open data. Whoever comes is the public: a token is laid down before anybody looks at it, so that it changes
 * nothing, even where it is no longer valid. Pages of any origin may ask.
 */
@Singleton
class OpenDoor {
    private static final String ROOT = "/open/";

    /** Behind the guard, which says upon what answers depend otherwise. */
    private static final int BEFORE_AUTHENTICATION = 245;

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String A_DAY = "86400";

    private final RateLimit rate;

    OpenDoor(RateLimit rate) {
        this.rate = rate;
    }

    static boolean leadsTo(String path) {
        return path.startsWith(ROOT);
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_AUTHENTICATION);
    }

    private void enter(RoutingContext request) {
        if (!leadsTo(request.request().path())) {
            request.next();
            return;
        }
        request.request().headers().remove(HttpHeaders.AUTHORIZATION).remove(HttpHeaders.COOKIE);
        MultiMap answer = request.response().headers();
        answer.set(HttpHeaders.VARY, OpenAnswers.DEPENDS_ON)
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link, Retry-After, Content-Disposition");
        if (request.request().method() != HttpMethod.OPTIONS) {
            request.next();
        } else if (rate.admits(request)) {
            answer.set(HttpHeaders.ALLOW, METHODS)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, traceparent")
                    .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
            request.response().setStatusCode(204).end();
        }
    }
}
