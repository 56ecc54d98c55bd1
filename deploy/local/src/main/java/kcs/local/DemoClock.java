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

    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(60);
    private static final String PATH = "/internal/clock";

    private final Settings settings;
    private final DemoFolder folder;
    private String token;
    private Instant set;
    private long setAt;

    DemoClock(Settings settings, DemoFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Returns what the services show that run, the latest of them; else where the clock was when last they ran. */
    Instant now() {
        Instant latest = folder.clock();
        for (Part service : Part.SERVICES) {
            Instant shown = ask(service).map(time -> time.getInstant("now")).orElse(latest);
            latest = shown.isAfter(latest) ? shown : latest;
        }
        return latest;
    }

    /** Sets right what started one after another, each from where the clock had been. */
    void align() throws IOException {
        moveTo(now().plus(WHILE_ASKING));
    }

    /** Sets all services forward to an instant, unless it is past, and waits until they have done what follows from it. */
    void advanceTo(Instant instant) throws IOException {
        boolean ahead = set == null
                || instant.isAfter(set.plusNanos(System.nanoTime() - setAt).plus(WHILE_ASKING));
        if (ahead) {
            moveTo(instant);
        }
    }

    /** Notes what time it is, so that the next start goes on from here. */
    void keep() {
        folder.keep(now());
    }

    private void moveTo(Instant instant) throws IOException {
        String body = new JsonObject().put("now", instant.toString()).encode();
        for (Part service : Part.SERVICES) {
            HttpResponse<String> answer = Http.postJson(settings.url(service) + PATH, token(), body);
            if (answer.statusCode() != 200) {
                throw new IOException("the clock of " + service.title() + " cannot be set to " + instant + ": "
                        + answer.statusCode() + " " + answer.body());
            }
        }
        set = instant;
        setAt = System.nanoTime();
        folder.keep(instant);
        awaitSettled(instant);
    }

    private void awaitSettled(Instant instant) throws IOException {
        for (Part service : Part.SERVICES) {
            boolean settled = Waiting.until(
                    SETTLING_LIMIT,
                    () -> ask(service).map(time -> time.getBoolean("settled")).orElse(false));
            if (!settled) {
                throw new IOException(service.title() + " has not done what follows from " + instant + " after "
                        + SETTLING_LIMIT.toSeconds() + " s; see deploy/logs " + service.id());
            }
        }
    }

    private Optional<JsonObject> ask(Part service) {
        try {
            if (!Ports.answers(settings.port(service))) {
                return Optional.empty();
            }
            HttpResponse<String> answer = Http.get(settings.url(service) + PATH, token());
            return answer.statusCode() == 200 ? Optional.of(new JsonObject(answer.body())) : Optional.empty();
        } catch (IOException | DecodeException notThere) {
            return Optional.empty();
        }
    }

    private String token() throws IOException {
        if (token == null) {
            token = new Identity(settings, Secrets.in(settings.data())).clientToken(Realm.OPERATOR);
        }
        return token;
    }
}
