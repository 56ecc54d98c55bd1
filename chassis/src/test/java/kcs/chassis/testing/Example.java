package kcs.chassis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.authentication.PreemptiveOAuth2HeaderScheme;
import io.restassured.http.Headers;
import io.restassured.internal.RequestSpecificationImpl;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * One request and its answer as they are kept: settled, cut to what can be read, and without anything by which somebody
 * could sign in.
 */
final class Example {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SENT =
            List.of("If-Match", "If-None-Match", "Idempotency-Key", "Content-Disposition", "Last-Event-ID");
    private static final List<String> ANSWERED = List.of("ETag", "Location");
    private static final String PUBLIC = "the public";
    static final int MOST_CHARACTERS = 4096;
    private static final int MOST_LINES = 12;
    private final ObjectNode content;

    private Example(ObjectNode content) {
        this.content = content;
    }

    static Example of(FilterableRequestSpecification request, JsonNode sent, Response response) {
        ObjectNode content = JSON.createObjectNode();
        ObjectNode asked = content.putObject("request");
        URI uri = URI.create(request.getURI());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        asked.put("method", request.getMethod()).put("target", uri.getRawPath() + readable(query));
        asked.put("caller", caller(request));
        putHeaders(asked, request.getHeaders(), SENT);
        if (request.getBody() != null) {
            asked.put("contentType", mediaType(request.getContentType()));
            putBody(asked, sent, request.getBody());
        }
        ObjectNode answer = content.putObject("response").put("status", response.statusCode());
        putHeaders(answer, response.headers(), ANSWERED);
        if (response.asByteArray().length > 0) {
            answer.put("contentType", mediaType(response.contentType()));
            JsonNode body = isJson(answer) ? read(response.asString()) : null;
            putBody(answer, body, response.asByteArray());
        }
        return settled(content).cut();
    }

    /** What the public reads of a stream, which no filter sees the end of. */
    static Example ofStream(String target, String text) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject("request").put("method", "GET").put("target", target).put("caller", PUBLIC);
        content.putObject("response")
                .put("status", 200)
                .put("contentType", "text/event-stream")
                .put("body", text);
        return settled(content);
    }

    private static Example settled(ObjectNode content) {
        return new Example((ObjectNode) read(new StableValues(Instant.now()).in(content.toString())));
    }

    private static void putBody(ObjectNode message, JsonNode json, Object raw) {
        byte[] bytes = raw instanceof byte[] binary ? binary : raw.toString().getBytes(StandardCharsets.UTF_8);
        if (isJson(message) && json != null) {
            message.set("body", json);
        } else if (message.get("contentType").textValue().startsWith("text/")) {
            message.put("body", new String(bytes, StandardCharsets.UTF_8));
        } else {
            message.put("bytes", bytes.length);
        }
    }

    private static void putHeaders(ObjectNode message, Headers headers, List<String> names) {
        ObjectNode kept = JSON.createObjectNode();
        names.stream().filter(headers::hasHeaderWithName).forEach(name -> kept.put(name, headers.getValue(name)));
        if (!kept.isEmpty()) {
            message.set("headers", kept);
        }
    }

    /** Of lists of objects two stay, or one where that is still too much; of texts the first lines. */
    private Example cut() {
        ObjectNode shorter = content.deepCopy();
        ObjectNode answer = (ObjectNode) shorter.get("response");
        boolean isCut = cutLists(answer.path("body"), 2);
        if (shorter.toString().length() > MOST_CHARACTERS) {
            isCut |= cutLists(answer.path("body"), 1);
        }
        if (answer.path("body").isTextual()
                && answer.get("body").textValue().lines().count() > MOST_LINES) {
            isCut = true;
            List<String> lines =
                    answer.get("body").textValue().lines().limit(MOST_LINES).toList();
            answer.put("body", String.join("\n", lines));
        }
        if (isCut) {
            shorter.put("cut", true);
        }
        return new Example(shorter);
    }

    private static boolean cutLists(JsonNode node, int most) {
        boolean isCut = false;
        if (node instanceof ArrayNode list && list.path(0).isObject()) {
            isCut = list.size() > most;
            while (list.size() > most) {
                list.remove(most);
            }
        }
        for (JsonNode child : node) {
            isCut |= cutLists(child, most);
        }
        return isCut;
    }

    ObjectNode content() {
        return content;
    }

    /** In whose name it was asked; the token itself is nobody's business. */
    private static String caller(FilterableRequestSpecification request) {
        if (!(request instanceof RequestSpecificationImpl known)
                || !(known.getAuthenticationScheme() instanceof PreemptiveOAuth2HeaderScheme signedIn)) {
            return PUBLIC;
        }
        String claims = signedIn.getAccessToken().split("\\.", -1)[1];
        JsonNode token = read(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        String role = token.at("/realm_access/roles/0").asText("person without a role");
        String agency = token.path("agency").asText();
        return "a" + ("aeiou".indexOf(role.charAt(0)) < 0 ? " " : "n ") + role
                + (agency.isEmpty() ? "" : " of " + agency);
    }

    private static String readable(String query) {
        return query.replace("%2C", ",").replace("%3A", ":");
    }

    static boolean isJson(JsonNode message) {
        return message.path("contentType").asText().endsWith("json");
    }

    static String mediaType(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
