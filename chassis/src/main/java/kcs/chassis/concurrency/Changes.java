package kcs.chassis.concurrency;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
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
        return change(body, command, !isPost() || !uri.getPathParameters().isEmpty());
    }

    /** The same for a request that changes many things at once, none of which its {@code If-Match} could name. */
    public <T> Change<T> unversioned(Incoming body, Class<T> command) {
        return change(body, command, false);
    }

    /**
     * The same for a body that its endpoint reads itself, because it is not always JSON.
     *
     * @param command reads it; called once it is clear that the caller may do this
     */
    public <T> Change<T> unversioned(Incoming body, Supplier<T> command) {
        Caller caller = current.get();
        return Change.readElsewhere(caller, target(), key(caller), body, command, limits);
    }

    private <T> Change<T> change(Incoming body, Class<T> command, boolean versioned) {
        Caller caller = current.get();
        String key = key(caller);
        String ifMatch = request.request().getHeader(HttpHeaders.IF_MATCH);
        return Change.requested(caller, target(), key, ifMatch, body, reader, limits, command, versioned);
    }

    /**
     * The change that this request asks for whose body the use case reads as a stream. Before it is done once, it must be
     * {@link Change#identifiedBy identified} by what was read.
     *
     * @throws ProblemException 400 as with {@link #of}
     */
    public <T> Change<T> streamed(T command) {
        Caller caller = current.get();
        return Change.streamed(caller, target(), key(caller), command);
    }

    private boolean isPost() {
        return request.request().method() == HttpMethod.POST;
    }

    private String target() {
        return request.request().method() + " " + request.request().uri();
    }

    private String key(Caller caller) {
        if (!isPost()) {
            return null;
        }
        String key = request.request().getHeader("Idempotency-Key");
        requireUsable(key, caller);
        return key;
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
