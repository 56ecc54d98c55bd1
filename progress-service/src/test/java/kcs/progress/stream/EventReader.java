package kcs.progress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kcs.progress.Owners;
import org.eclipse.microprofile.config.ConfigProvider;

/** Follows the stream as a browser does. */
public final class EventReader implements AutoCloseable {
    private static final Message END = new Message("end", null, null);
    private static final long PATIENCE_SECONDS = 30;

    /** A message as it came. */
    public record Message(String event, String id, JsonNode data) {
        public String text() {
            return "event: " + event + "\nid: " + id + "\ndata: " + data + "\n\n";
        }

        public String code() {
            return data.path("code").asText(null);
        }

        public boolean isChangeOf(String code) {
            return event.equals("change") && code.equals(code());
        }

        /** Whether the feed lists it; what only moves counts or health's reasons is told and not listed. */
        public boolean isListed() {
            return data.has("change");
        }

        public boolean isMoveOf(String code) {
            return isChangeOf(code) && data.at("/change/type").asText().equals("task.status-changed");
        }
    }

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;

    /** @param lastEventId where to go on from, or null */
    public static EventReader open(String token, String lastEventId) {
        return new EventReader(token, lastEventId);
    }

    private EventReader(String token, String lastEventId) {
        String url = ConfigProvider.getConfig().getValue("test.url", String.class);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1/dashboard/stream"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream;charset=UTF-8");
        Thread thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String event = null;
            String id = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    messages.add(new Message(event, id, Owners.JSON.readTree(line.substring(6))));
                }
            }
        } catch (IOException closed) {
            // As it is when a test closes it, or the server does.
        }
        messages.add(END);
    }

    public Message next() {
        try {
            Message message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message of the stream").isNotNull();
            return message;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The next message that is wanted; what comes before it is left out. */
    public Message next(Predicate<Message> wanted) {
        Message message = next();
        while (!wanted.test(message)) {
            assertThat(message).as("the stream goes on").isNotSameAs(END);
            message = next();
        }
        return message;
    }

    /** All up to and with the one that is wanted. */
    public List<Message> until(Predicate<Message> wanted) {
        List<Message> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!wanted.test(all.get(all.size() - 1)));
        return all;
    }

    public void awaitEnd() {
        next(message -> message == END);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
