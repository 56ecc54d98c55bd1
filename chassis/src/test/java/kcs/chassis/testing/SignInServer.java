package kcs.chassis.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A sign-in server for tests that speaks the code flow with PKCE and asks nobody for a password: who is to sign in stands
 * in the address ({@code &login=planner}), and how many seconds a token of theirs is good for ({@code &life=300}).
 */
public final class SignInServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private static final String CLIENT = "console";
    private static final String SECRET = "the-secret-of-the-console-in-tests";

    /** What was agreed when a person signed in. */
    private record Grant(String login, int life, String nonce, String challenge, String redirect) {}

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshing = new ConcurrentHashMap<>();
    private final HttpServer server;

    private SignInServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one; it ends with the JVM. Returns the settings by which a service knows it. */
    static Map<String, String> start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SignInServer server = new SignInServer(http);
            http.createContext("/", server::answer);
            http.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> http.stop(0), "sign-in-closer"));
            return Map.of(
                    "quarkus.oidc.auth-server-url", server.url(),
                    "quarkus.oidc.token.issuer", "any",
                    "kcs.console.issuer", server.url(),
                    "kcs.console.client-secret", SECRET,
                    "kcs.console.cookie-key", UUID.randomUUID().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("the sign-in server for tests does not start", failure);
        }
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, metadata());
                case "/keys" -> send(exchange, 200, Tokens.keys());
                case "/authorize" -> authorise(exchange);
                case "/token" -> token(exchange, form);
                case "/revoke" -> revoke(exchange, form);
                default -> send(exchange, 404, Map.of());
            }
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "revocation_endpoint", url() + "/revoke",
                "jwks_uri", url() + "/keys");
    }

    private void authorise(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method"))) {
            send(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        asked.get("login"),
                        Integer.parseInt(asked.get("life")),
                        asked.get("nonce"),
                        asked.get("code_challenge"),
                        asked.get("redirect_uri")));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        Grant grant = "refresh_token".equals(form.get("grant_type"))
                ? refreshing.get(form.get("refresh_token"))
                : redeemed(form);
        if (grant == null || !isTheConsole(exchange)) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String refresh = UUID.randomUUID().toString();
        refreshing.put(refresh, grant);
        send(
                exchange,
                200,
                Map.of(
                        "token_type", "Bearer",
                        "expires_in", grant.life(),
                        "access_token", Tokens.person(grant.login()),
                        "id_token", Tokens.identity(url(), CLIENT, grant.login(), grant.nonce(), grant.life()),
                        "refresh_token", refresh));
    }

    /** Ends all that came of signing in that time. */
    private void revoke(HttpExchange exchange, Map<String, String> form) throws IOException {
        Grant ended = refreshing.get(form.getOrDefault("token", ""));
        refreshing.values().removeIf(grant -> grant.equals(ended));
        send(exchange, 200, Map.of());
    }

    /** A code is good once, and for who proves to have asked for it. */
    private Grant redeemed(Map<String, String> form) {
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        boolean proven = grant != null
                && grant.redirect().equals(form.get("redirect_uri"))
                && grant.challenge().equals(digest(form.getOrDefault("code_verifier", "")));
        return proven ? grant : null;
    }

    private static boolean isTheConsole(HttpExchange exchange) {
        String expected = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String digest(String verifier) {
        try {
            return URL_SAFE.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        return encoded.isEmpty()
                ? new HashMap<>()
                : Arrays.stream(encoded.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
