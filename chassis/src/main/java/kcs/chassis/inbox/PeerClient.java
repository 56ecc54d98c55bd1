package kcs.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Asks the other services on their own ports, as the suite's service client. Where a service is reached:
 * {@code kcs.peer.<service>.url} ({@code KCS_PEER_AGENCY_URL}). The token comes from the realm unless
 * {@code kcs.service.token-url} says otherwise.
 */
@Singleton
public class PeerClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();

    /** @param until by the machine's own measure: the business clock may be moved, the realm's is not */
    private record Token(String value, long until) {}

    private final Config config;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private Token token = new Token("", System.nanoTime());

    PeerClient(Config config) {
        this.config = config;
    }

    /**
     * What a service answers.
     *
     * @param pathAndQuery {@code /internal/events?latest=true}
     * @throws IOException when it cannot be asked now
     */
    public JsonNode get(String service, String pathAndQuery) throws IOException, InterruptedException {
        String base = setting("kcs.peer." + service + ".url");
        return send(HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json"));
    }

    private synchronized String token() throws IOException, InterruptedException {
        long now = System.nanoTime();
        if (now - token.until() >= 0) {
            JsonNode answer = send(HttpRequest.newBuilder(URI.create(tokenUrl()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                            + encode(setting("kcs.service.client-id")) + "&client_secret="
                            + encode(setting("kcs.service.client-secret")))));
            Duration lifetime =
                    Duration.ofSeconds(answer.path("expires_in").asLong(60)).minus(TOKEN_MARGIN);
            token = new Token(answer.required("access_token").textValue(), now + lifetime.toNanos());
        }
        return token.value();
    }

    private String tokenUrl() throws IOException {
        Optional<String> url = config.getOptionalValue("kcs.service.token-url", String.class);
        return url.isPresent() ? url.get() : setting("quarkus.oidc.auth-server-url") + "/protocol/openid-connect/token";
    }

    private String setting(String name) throws IOException {
        return config.getOptionalValue(name, String.class).orElseThrow(() -> new IOException(name + " is not set"));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(ANSWER_TIMEOUT).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answers %d".formatted(answer.uri().getPath(), answer.statusCode()));
        }
        return MAPPER.readTree(answer.body());
    }

    /** A part of a path or query as it is written in one. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
