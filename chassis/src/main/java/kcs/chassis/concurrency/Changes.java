package kcs.chassis.concurrency;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import kcs.chassis.json.BodyReader;
import kcs.chassis.json.Incoming;
import kcs.chassis.json.Limits;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Makes a {@link Change} of the request at hand. */
@Singleton
public class Changes {
    private static final int LONGEST_KEY = 200;

    private final RoutingContext request;
    private final CurrentCaller current;
    private final BodyReader reader;
    private final Limits limits;
    private final UriInfo uri;

    Changes(RoutingContext request, CurrentCaller current, BodyReader reader, Limits limits, UriInfo uri) {
        this.uri = uri;
        this.request = request;
        this.current = current;
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * The change that this request asks for.
     *
     * @throws ProblemException 400 when the idempotency key is missing for a machine or cannot be one
     */
    public <T> Change<T> of(Incoming body, Class<T> command) {
        boolean post = request.request().method() == io.vertx.core.http.HttpMethod.POST;
        return change(body, command, !post || !uri.getPathParameters().isEmpty());
    }

    /** The same for a request that changes many things at once, none of which its {@code If-Match} could name. */
    public <T> Change<T> unversioned(Incoming body, Class<T> command) {
        return change(body, command, false);
    }

    private <T> Change<T> change(Incoming body, Class<T> command, boolean versioned) {
        Caller caller = current.get();
        String key = request.request().getHeader("Idempotency-Key");
        boolean post = request.request().method() == io.vertx.core.http.HttpMethod.POST;
        if (post) {
            requireUsable(key, caller);
        }
        String target = request.request().method() + " " + request.request().path();
        String ifMatch = request.request().getHeader(HttpHeaders.IF_MATCH);
        return Change.requested(caller, target, post ? key : null, ifMatch, body, reader, limits, command, versioned);
    }

    private static void requireUsable(String key, Caller caller) {
        if (key == null) {
            if (caller.machine()) {
                throw new ProblemException(400, "idempotency-key-required");
            }
            return;
        }
        boolean printable = key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw ProblemException.unreadable(FieldError.of("Idempotency-Key", "idempotency-key", LONGEST_KEY));
        }
    }
}
