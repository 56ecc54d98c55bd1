package kcs.chassis.identity;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, from the verified token of the request; a job says for itself whom it acts as. */
@ApplicationScoped
public class CurrentCaller {
    private static final ThreadLocal<Caller> ACTING = new ThreadLocal<>();

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; {@link Caller#ANONYMOUS} where there is neither a token nor a job, so that rights fail closed. */
    public Caller get() {
        Caller acting = ACTING.get();
        if (acting != null) {
            return acting;
        }
        if (!Arc.container().requestContext().isActive()) {
            return Caller.ANONYMOUS;
        }
        return from(identity);
    }

    /** Does a job's work as {@code caller}; the thread's earlier caller returns afterwards. */
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = ACTING.get();
        ACTING.set(caller);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    /** The caller that a verified identity stands for; also for routes below JAX-RS. */
    public static Caller from(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Caller.ANONYMOUS;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(name -> Role.ofToken(name).ifPresent(roles::add));
        Principal principal = identity.getPrincipal();
        if (principal instanceof JsonWebToken token) {
            return new Caller(token.getSubject(), roles, agencyOf(token), isMachine(token));
        }
        return new Caller(principal.getName(), roles, null, false);
    }

    private static String agencyOf(JsonWebToken token) {
        return token.getClaim("agency") instanceof String agency && !agency.isBlank() ? agency : null;
    }

    /** A client_credentials token names its client as its user: that is how the sign-in server marks it. */
    private static boolean isMachine(JsonWebToken token) {
        if (token.getClaim("client_id") != null) {
            return true;
        }
        return token.getClaim("preferred_username") instanceof String name && name.startsWith("service-account-");
    }
}
