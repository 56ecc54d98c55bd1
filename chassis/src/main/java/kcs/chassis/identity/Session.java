package kcs.chassis.identity;

import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * The session of a person who signed in with the browser. It lies in cookies alone: encrypted, read by no script, and
 * understood by each service, so that nothing need be kept or shared on this side.
 */
public final class Session {
    /** Starts it. */
    public static final String SIGN_IN = "/signin";

    /** Where the sign-in server sends the browser back to. */
    public static final String CALLBACK = "/signin/callback";

    /** Ends it. */
    public static final String SIGN_OUT = "/signout";

    /** The configuration by which the framework handles it, and the client of the realm. */
    static final String CONSOLE = "console";

    /** A long session is several cookies, which are named by this and more. */
    private static final String COOKIE = OidcUtils.SESSION_COOKIE_NAME + "_" + CONSOLE;

    private Session() {}

    /** Whether a request is made in a session: it shows the cookie, and no credentials of its own, which go before. */
    public static boolean carries(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !cookies(request).isEmpty();
    }

    /** Makes the browser forget the session. */
    public static void forget(HttpServerRequest request) {
        cookies(request).forEach(cookie -> cookie.setValue("").setMaxAge(0).setPath("/"));
    }

    private static List<Cookie> cookies(HttpServerRequest request) {
        return request.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .toList();
    }
}
