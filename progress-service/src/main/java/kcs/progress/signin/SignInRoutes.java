package kcs.progress.signin;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import kcs.chassis.identity.Console;
import kcs.chassis.identity.Session;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.problem.Problems;
import kcs.progress.audience.Visitor;
import kcs.progress.dashboard.ReadRoutes;
import org.jboss.logging.Logger;

/** Begins and ends the session of a person who uses the browser. What lies between is the framework's. */
@Singleton
class SignInRoutes {
    private static final Logger LOG = Logger.getLogger(SignInRoutes.class);
    private static final String RETURN = "return";

    private final Console console;
    private final ReadRoutes routes;
    private final Problems problems;

    SignInRoutes(Console console, ReadRoutes routes, Problems problems) {
        this.console = console;
        this.routes = routes;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (console.isOpen()) {
            routes.add(router, Session.SIGN_IN, this::signIn);
            routes.add(router, Session.CALLBACK, SignInRoutes::cameBack);
            router.route(Session.SIGN_OUT).handler(this::signOut).failureHandler(this::over);
        }
    }

    private void signIn(RoutingContext request) {
        if (Visitor.of(request).caller().signedIn()) {
            lead(request, ReturnPath.of(request.queryParams().getAll(RETURN)));
            return;
        }
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        authenticator.sendChallenge(request).subscribe().with(sent -> request.end(), request::fail);
    }

    /** Whoever comes with what the sign-in server gave is led on before; this one lost it, or was here already. */
    private static void cameBack(RoutingContext request) {
        lead(request, Session.SIGN_IN);
    }

    private void signOut(RoutingContext request) {
        if (request.request().method() != HttpMethod.POST) {
            problems.send(new ProblemException(405, "method-not-allowed").header("Allow", "POST"), request);
            return;
        }
        Session.forget(request.request());
        revoked(request).subscribe().with(ended -> lead(request, "/"), failure -> {
            // The browser has forgotten the session; what the sign-in server knows of it ends by itself.
            LOG.warnf("a session could not be ended at the sign-in server: %s", failure.getMessage());
            lead(request, "/");
        });
    }

    /** A session that is over already is no reason to keep anybody from leaving it. */
    private void over(RoutingContext request) {
        if (request.failure() instanceof AuthenticationFailedException) {
            Session.forget(request.request());
            lead(request, "/");
        } else {
            request.next();
        }
    }

    /** Ends the session at the sign-in server too: here, not through the browser, whose address would tell the token. */
    private static Uni<Boolean> revoked(RoutingContext request) {
        AuthorizationCodeTokens tokens = request.get(AuthorizationCodeTokens.class.getName());
        if (tokens == null || !(request.user() instanceof QuarkusHttpUser user)) {
            return Uni.createFrom().item(false);
        }
        OidcProviderClient server = user.getSecurityIdentity().getAttribute(OidcProviderClient.class.getName());
        return server.revokeRefreshToken(tokens.getRefreshToken());
    }

    private static void lead(RoutingContext request, String path) {
        request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, path)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
