package kcs.chassis.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.identity.Session;
import org.jboss.logging.Logger;

/**
 * Stands before and behind the endpoints: names each request, refuses a body that is too large before it is read, and
 * turns what fails outside JAX-RS (a bad token, an unknown path) into a problem.
 */
@Singleton
public class RequestGuard {
    private static final Logger LOG = Logger.getLogger(RequestGuard.class);
    private static final int BEFORE_AUTHENTICATION = 250;

    private final Problems problems;
    private final BodyLimits limits;

    RequestGuard(Problems problems, BodyLimits limits) {
        this.problems = problems;
        this.limits = limits;
    }

    void before(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_AUTHENTICATION);
    }

    void behind(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route()
                .last()
                .handler(request -> problems.send(
                        ProblemException.notFound(request.request().path()), request));
    }

    private void admit(RoutingContext request) {
        TraceId.of(request);
        request.response()
                .putHeader(HttpHeaders.VARY, "Authorization, Cookie, Accept, Accept-Language")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (declaredLength(request) > limits.most(request)) {
            problems.send(limits.tooLarge(request), request);
            return;
        }
        request.next();
    }

    private static long declaredLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException tooLongForANumber) {
            return Long.MAX_VALUE;
        }
    }

    private void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof AuthenticationException && leadsOn(request)) {
            request.response().end();
            return;
        }
        if (failure instanceof AuthenticationException
                && request.request().path().equals(Session.SIGN_OUT)) {
            // Who leaves is let go, also with a session that is over.
            request.next();
            return;
        }
        problems.send(problemOf(failure, request), request);
    }

    /** Who signs in is on the way to the sign-in server, or back. */
    private static boolean leadsOn(RoutingContext request) {
        return request.response().getStatusCode() == 302;
    }

    private static ProblemException problemOf(Throwable failure, RoutingContext request) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof AuthenticationException) {
            return ProblemMappers.unauthenticated();
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : request.statusCode();
        if (status < 400 || status >= 500 && status != 503) {
            LOG.error("a request failed", failure);
            status = 500;
        }
        return ProblemMappers.ofStatus(status, request.request().path());
    }
}
