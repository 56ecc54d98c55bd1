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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/**
 * The event history of the other services, at {@code /internal/events} on their own ports, read as the suite's service
 * client. Where a service is reached: {@code kcs.peer.<service>.url} ({@code KCS_PEER_AGENCY_URL}). The
 * token comes from the realm unless {@code kcs.service.token-url} says otherwise.
 */
@Singleton
public class PeerEvents {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(20);
    private static final int PAGE = 500;
    private static final JsonMapper MAPPER = new JsonMapper();

    private record Token(String value, Instant until) {}

    private final Config config;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private Token token = new Token("", Instant.EPOCH);

    PeerEvents(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Events of one aggregate, in order.
     *
     * @param topic the owner's, {@code kcs.collaboration.v1}
     * @param from the first sequence wanted
     * @param to the last sequence wanted
     * @throws IOException when the owner cannot be asked now
     */
    public List<InboxEvent> history(String topic, String aggregate, long from, long to)
            throws IOException, InterruptedException {
        List<InboxEvent> events = new ArrayList<>();
        String next = Long.toString(from);
        while (next != null) {
            JsonNode page = get(topic, "aggregate=" + encode(aggregate) + "&from=" + next);
            page.required("items").forEach(item -> events.add(event(topic, item)));
            boolean reached = !events.isEmpty() && events.get(events.size() - 1).sequence() >= to;
            next = reached ? null : page.path("next").textValue();
        }
        return events.stream().filter(event -> event.sequence() <= to).toList();
    }

    /**
     * Hands over the newest event of every aggregate of an owner, page by page.
     *
     * @throws IOException when the owner cannot be asked now
     */
    public void latest(String topic, Consumer<InboxEvent> each) throws IOException, InterruptedException {
        String after = "";
        while (after != null) {
            JsonNode page = get(topic, "latest=true&after=" + encode(after));
            page.required("items").forEach(item -> each.accept(event(topic, item)));
            after = page.path("next").textValue();
        }
    }

    private static InboxEvent event(String topic, JsonNode item) {
        return RecordReader.fromHistory(topic, "/kcs/" + service(topic) + "-service", item);
    }

    private JsonNode get(String topic, String query) throws IOException, InterruptedException {
        String base = config.getOptionalValue("kcs.peer." + service(topic) + ".url", String.class)
                .orElseThrow(() -> new IOException("kcs.peer." + service(topic) + ".url is not set"));
        return send(HttpRequest.newBuilder(URI.create(base + "/internal/events?limit=" + PAGE + "&" + query))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json"));
    }

    /** {@code kcs.collaboration.v1} is written by {@code collaboration}. */
    private static String service(String topic) {
        return topic.split("\\.")[1];
    }

    private synchronized String token() throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (!now.isBefore(token.until())) {
            JsonNode answer = send(HttpRequest.newBuilder(URI.create(tokenUrl()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                            + encode(setting("kcs.service.client-id")) + "&client_secret="
                            + encode(setting("kcs.service.client-secret")))));
            Duration lifetime =
                    Duration.ofSeconds(answer.path("expires_in").asLong(60)).minus(TOKEN_MARGIN);
            token = new Token(answer.required("access_token").textValue(), now.plus(lifetime));
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
