package kcs.local;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The business clock of a demonstration: the same in all services, moved together, kept in the folder. */
final class DemoClock {
    /** The clock ticks while one after another is set, and none goes back. */
    private static final Duration WHILE_ASKING = Duration.ofSeconds(5);

    private static final String PATH = "/internal/clock";

    private final Settings settings;
    private final DemoFolder folder;

    DemoClock(Settings settings, DemoFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Returns what the services show that run, the latest of them; else where the clock was when last they ran. */
    Instant now() {
        Instant latest = folder.clock();
        for (Part service : Part.SERVICES) {
            Instant shown = shownBy(service).orElse(latest);
            latest = shown.isAfter(latest) ? shown : latest;
        }
        return latest;
    }

    /** Sets right what started one after another, each from where the clock had been. */
    void align() throws IOException {
        moveTo(now().plus(WHILE_ASKING));
    }

    /** Sets all services forward. */
    void moveTo(Instant now) throws IOException {
        String token = token();
        String body = new JsonObject().put("now", now.toString()).encode();
        for (Part service : Part.SERVICES) {
            HttpResponse<String> answer = Http.postJson(settings.url(service) + PATH, token, body);
            if (answer.statusCode() != 200) {
                throw new IOException("the clock of " + service.title() + " cannot be set to " + now + ": "
                        + answer.statusCode() + " " + answer.body());
            }
        }
        folder.keep(now);
    }

    /** Notes what time it is, so that the next start goes on from here. */
    void keep() {
        folder.keep(now());
    }

    private Optional<Instant> shownBy(Part service) {
        try {
            if (!Ports.answers(settings.port(service))) {
                return Optional.empty();
            }
            HttpResponse<String> answer = Http.get(settings.url(service) + PATH, token());
            return answer.statusCode() == 200
                    ? Optional.of(new JsonObject(answer.body()).getInstant("now"))
                    : Optional.empty();
        } catch (IOException | DecodeException notThere) {
            return Optional.empty();
        }
    }

    private String token() throws IOException {
        return new Identity(settings, Secrets.in(settings.data())).clientToken(Realm.OPERATOR);
    }
}
