package kcs.progress.audience;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.CurrentCaller;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who asks, on a route below JAX-RS.
 *
 * @param until when the token ends; null for the public
 */
public record Visitor(Caller caller, Instant until) {
    private static final Visitor PUBLIC = new Visitor(Caller.ANONYMOUS, null);

    /** Who asks this: the public, where nobody signed in. */
    public static Visitor of(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return PUBLIC;
        }
        var identity = user.getSecurityIdentity();
        if (identity.isAnonymous()) {
            return PUBLIC;
        }
        Instant until = identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : null;
        return new Visitor(CurrentCaller.from(identity), until);
    }

    /** For whom it is answered. */
    public Audience audience() {
        return Audience.of(caller);
    }

    /** By what streams are counted: the user, else the address behind the trusted proxy. */
    public String client(RoutingContext request) {
        return caller.signedIn()
                ? "subject " + caller.subject()
                : "address " + request.request().remoteAddress().hostAddress();
    }
}
