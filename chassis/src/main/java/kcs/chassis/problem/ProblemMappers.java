package kcs.chassis.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request leaves as a problem, the framework's own too; what nobody foresaw is logged, not shown. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;
    private final AllowedMethods allowed;

    ProblemMappers(Problems problems, AllowedMethods allowed) {
        this.problems = problems;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public RestResponse<Problem> refused(ProblemException problem, RoutingContext request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public RestResponse<Problem> unauthenticated(SecurityException failure, RoutingContext request) {
        return answer(unauthenticated(), request);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException failure, RoutingContext request) {
        return answer(ProblemException.forbidden(), request);
    }

    /** Two changed the same thing at once and this one came second. */
    @ServerExceptionMapper
    public RestResponse<Problem> overtaken(OptimisticLockException failure, RoutingContext request) {
        return answer(new ProblemException(412, "stale"), request);
    }

    /** A rule of the database's own refused what a race let past the rules of the domain. */
    @ServerExceptionMapper
    public RestResponse<Problem> clashed(ConstraintViolationException failure, RoutingContext request) {
        LOG.warnf("constraint %s refused a change", failure.getConstraintName());
        return answer(new ProblemException(409, "conflict"), request);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> framework(WebApplicationException failure, RoutingContext request) {
        Response response = failure.getResponse();
        ProblemException problem =
                ofStatus(response.getStatus(), request.request().path());
        if (response.getStatus() == 405) {
            problem.header(HttpHeaders.ALLOW, allowed.of(request.normalizedPath()));
        }
        if (response.getStatus() >= 500) {
            LOG.error("a request failed", failure);
        }
        return answer(problem, request);
    }

    @ServerExceptionMapper(priority = Integer.MAX_VALUE)
    public RestResponse<Problem> unforeseen(Throwable failure, RoutingContext request) {
        if (isDatabaseAway(failure)) {
            LOG.warnf("the database is away: %s", failure);
            return answer(ofStatus(503, request.request().path()), request);
        }
        LOG.error("a request failed", failure);
        return answer(ofStatus(500, request.request().path()), request);
    }

    /** Connection failures (SQLSTATE class 08), a server that is going down (57P0x), no connection free in time. */
    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && names(sql.getSQLState(), "08", "57P", "53300")) {
                return true;
            }
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof SQLException && message.startsWith("Sorry, acquisition timeout")) {
                return true; // the pool says so without a state
            }
        }
        return false;
    }

    private static boolean names(String state, String... beginnings) {
        return state != null && Arrays.stream(beginnings).anyMatch(state::startsWith);
    }

    /** The refusal of a request without valid credentials. */
    public static ProblemException unauthenticated() {
        return new ProblemException(401, "unauthenticated").header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** The problem that stands for a bare status of the framework's. */
    public static ProblemException ofStatus(int status, String path) {
        return switch (status) {
            case 400 -> new ProblemException(400, "unreadable");
            case 401 -> unauthenticated();
            case 403 -> ProblemException.forbidden();
            case 404 -> ProblemException.notFound(path);
            case 405 -> new ProblemException(405, "method-not-allowed");
            case 406 -> new ProblemException(406, "not-acceptable");
            case 413 -> new ProblemException(413, "too-large", "1 MiB");
            case 414 -> new ProblemException(414, "uri-too-long");
            case 415 -> new ProblemException(415, "unsupported-media-type");
            case 431 -> new ProblemException(431, "headers-too-large");
            case 503 -> new ProblemException(503, "unavailable").header(HttpHeaders.RETRY_AFTER, "5");
            default -> status < 500 ? new ProblemException(status, "refused") : new ProblemException(500, "internal");
        };
    }

    private RestResponse<Problem> answer(ProblemException problem, RoutingContext request) {
        Problem body = problems.describe(problem, request);
        RestResponse.ResponseBuilder<Problem> answer = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(body)
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
