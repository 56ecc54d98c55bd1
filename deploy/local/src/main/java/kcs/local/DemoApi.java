package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The public API as people use it: through the front door, with tokens of their own, changing only what they have read.
 * Every answer but the expected one ends the demonstration.
 */
final class DemoApi {
    private static final String ROOT = "/api/v1";
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Settings settings;
    private final Identity identity;
    private final Map<DemoPerson, String> tokens = new HashMap<>();

    DemoApi(Settings settings) {
        this.settings = settings;
        this.identity = new Identity(settings, Secrets.in(settings.data()));
    }

    JsonObject get(DemoPerson who, String path) throws IOException {
        return new JsonObject(read(who, path).body());
    }

    /** All items of a list. */
    List<JsonObject> list(DemoPerson who, String path) throws IOException {
        List<JsonObject> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonObject page = get(who, path + "&limit=200" + cursor);
            page.getJsonArray("items", new JsonArray()).forEach(item -> items.add((JsonObject) item));
            String next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return items;
    }

    /** Makes something new. */
    JsonObject create(DemoPerson who, String path, JsonObject body) throws IOException {
        return answer(who, "POST", path, body, Map.of("Content-Type", JSON));
    }

    /** Does something to a thing that the same person has just read. */
    JsonObject act(DemoPerson who, String thing, String what, JsonObject body) throws IOException {
        return answer(who, "POST", thing + "/" + what, body, Map.of("Content-Type", JSON, "If-Match", tag(who, thing)));
    }

    JsonObject patch(DemoPerson who, String thing, JsonObject body) throws IOException {
        return answer(who, "PATCH", thing, body, Map.of("Content-Type", MERGE_PATCH, "If-Match", tag(who, thing)));
    }

    /** Sets a part of a thing. */
    JsonObject put(DemoPerson who, String thing, String part, JsonObject body) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", JSON, "If-Match", tag(who, thing));
        return answer(who, "PUT", thing + "/" + part, body, headers);
    }

    /** Reads until it shows what is on its way. */
    JsonObject await(DemoPerson who, String path, String what, Predicate<JsonObject> shown) throws IOException {
        JsonObject[] last = new JsonObject[1];
        IOException[] failure = new IOException[1];
        boolean came = Waiting.until(LIMIT, () -> {
            try {
                last[0] = get(who, path);
                return shown.test(last[0]);
            } catch (IOException e) {
                failure[0] = e;
                return true;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        if (!came) {
            throw new IOException(
                    what + " has not come after " + LIMIT.toSeconds() + " s; " + path + " shows " + last[0]);
        }
        return last[0];
    }

    private String tag(DemoPerson who, String path) throws IOException {
        return read(who, path).headers().firstValue("etag").orElseThrow(() -> new IOException(path + " has no ETag"));
    }

    private HttpResponse<String> read(DemoPerson who, String path) throws IOException {
        return expected(who, "GET", path, Http.get(url(path), token(who)));
    }

    private JsonObject answer(DemoPerson who, String method, String path, JsonObject body, Map<String, String> headers)
            throws IOException {
        HttpResponse<String> answer = Http.write(method, url(path), token(who), body.encode(), headers);
        String text = expected(who, method, path, answer).body();
        return text.isEmpty() ? new JsonObject() : new JsonObject(text);
    }

    private static HttpResponse<String> expected(
            DemoPerson who, String method, String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "%s %s as %s answered %d: %s".formatted(method, path, who, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private String url(String path) {
        return settings.url(Part.FRONT_DOOR) + ROOT + path;
    }

    private String token(DemoPerson who) throws IOException {
        String known = tokens.get(who);
        if (known == null) {
            known = identity.personToken(who.name(), who.agency());
            tokens.put(who, known);
        }
        return known;
    }
}
