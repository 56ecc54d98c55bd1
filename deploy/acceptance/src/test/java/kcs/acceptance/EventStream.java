package kcs.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Somebody who watches the dashboard. */
final class EventStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<InputStream>> answer;
    private String name = "";
    private String id = "";

    /** One message of the stream. */
    record Event(String name, String id, JsonNode data) {}

    EventStream(HttpClient client, URI address, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread reader = new Thread(this::readAll, "watcher");
        reader.setDaemon(true);
        reader.start();
    }

    /** Its changes that the feed lists; that it has health now is told and not listed. */
    List<Event> changesOf(String task) {
        return events.stream()
                .filter(event -> event.name().equals("change"))
                .filter(event -> event.data().has("change"))
                .filter(event -> event.data().path("code").asText().equals(task))
                .toList();
    }

    boolean isOpen() {
        return events.stream().anyMatch(event -> event.name().equals("hello"));
    }

    /** Where to go on from after this. */
    String lastId() {
        return events.get(events.size() - 1).id();
    }

    @Override
    public void close() {
        answer.thenAccept(response -> {
            try {
                response.body().close();
            } catch (java.io.IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void readAll() {
        try (Stream<String> lines = new java.io.BufferedReader(
                        new java.io.InputStreamReader(answer.join().body(), java.nio.charset.StandardCharsets.UTF_8))
                .lines()) {
            lines.forEach(this::read);
        } catch (UncheckedIOException ended) {
            // The watcher left, or the service was killed: what was seen until then stays.
        }
    }

    private void read(String line) {
        if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("id:")) {
            id = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            try {
                events.add(new Event(name, id, JSON.readTree(line.substring("data:".length()))));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
