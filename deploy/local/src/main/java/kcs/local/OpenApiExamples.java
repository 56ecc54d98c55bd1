package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kcs.local.book.JsonText;

/**
 * Puts into a merged document what tests really asked and were answered: the bodies as {@code example}, the request as a
 * command in {@code x-codeSamples}, the kinds of problems that were met in {@code x-problems}, and the rest of what was
 * recorded in {@code x-example}.
 */
final class OpenApiExamples {
    private static final String API = "/api/v1";

    private final Map<String, JsonObject> examples;

    private OpenApiExamples(Map<String, JsonObject> examples) {
        this.examples = examples;
    }

    /** Reads {@code <folder>/<service>/<operation>.json}; a folder that is not there holds no examples. */
    static OpenApiExamples in(Path folder) throws IOException {
        Map<String, JsonObject> examples = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    examples.put(name.replace(".json", ""), new JsonObject(Files.readString(file)));
                }
            }
        }
        return new OpenApiExamples(examples);
    }

    /** Adds the examples to the document itself. */
    JsonObject addedTo(JsonObject document) {
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject methods = paths.getJsonObject(path);
            for (String method : methods.fieldNames()) {
                if (methods.getValue(method) instanceof JsonObject operation
                        && examples.containsKey(operation.getString("operationId"))) {
                    add(operation, examples.get(operation.getString("operationId")));
                }
            }
        }
        return document;
    }

    private static void add(JsonObject operation, JsonObject example) {
        if (example.containsKey("problems")) {
            operation.put("x-problems", example.getJsonObject("problems"));
        }
        if (example.containsKey("none")) {
            operation.put("x-example", new JsonObject().put("none", example.getString("none")));
            return;
        }
        JsonObject request = example.getJsonObject("request");
        JsonObject response = example.getJsonObject("response");
        operation.put(
                "x-codeSamples",
                new JsonArray()
                        .add(new JsonObject()
                                .put("lang", "Shell")
                                .put("label", "curl")
                                .put("source", command(request, response))));
        addBody(operation.getJsonObject("requestBody"), request);
        addBody(
                operation
                        .getJsonObject("responses")
                        .getJsonObject(response.getInteger("status").toString()),
                response);
        operation.put("x-example", about(example, request, response));
    }

    private static void addBody(JsonObject described, JsonObject message) {
        if (message.containsKey("body") && isJson(message)) {
            described
                    .getJsonObject("content")
                    .getJsonObject(message.getString("contentType"))
                    .put("example", message.getValue("body"));
        }
    }

    private static JsonObject about(JsonObject example, JsonObject request, JsonObject response) {
        JsonObject about = new JsonObject()
                .put("caller", request.getString("caller"))
                .put("status", response.getInteger("status"))
                .put("headers", response.getJsonObject("headers", new JsonObject()));
        if (example.getBoolean("cut", false)) {
            about.put("cut", true);
        }
        if (response.containsKey("bytes")) {
            about.put("bytes", response.getInteger("bytes"));
        }
        if (response.containsKey("body") && !isJson(response)) {
            about.put("text", response.getString("body"));
        }
        return about;
    }

    /** What is no JSON is described by more than its schema, which its text would not fit. */
    private static boolean isJson(JsonObject message) {
        return message.getString("contentType").endsWith("json");
    }

    /** The request as curl sends it, for a shell. */
    private static String command(JsonObject request, JsonObject response) {
        StringBuilder command = new StringBuilder("curl");
        String method = request.getString("method");
        if (!method.equals("GET")) {
            command.append(" -X ").append(method);
        }
        command.append(" \"").append(address(request.getString("target"))).append('"');
        if (!request.getString("caller").equals("the public")) {
            command.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        }
        request.getJsonObject("headers", new JsonObject())
                .forEach(header ->
                        command.append(" \\\n  -H ").append(quoted(header.getKey() + ": " + header.getValue())));
        if (request.containsKey("contentType")) {
            command.append(" \\\n  -H ").append(quoted("Content-Type: " + request.getString("contentType")));
        }
        if (request.containsKey("body")) {
            Object body = request.getValue("body");
            command.append(" \\\n  -d ").append(quoted(body instanceof String text ? text : JsonText.of(body)));
        } else if (request.containsKey("bytes")) {
            command.append(" \\\n  --data-binary @file");
        }
        return command.append(response.containsKey("bytes") ? " \\\n  -o file" : "")
                .toString();
    }

    private static String address(String target) {
        return target.startsWith(API + "/")
                ? "$API" + target.substring(API.length())
                : "http://localhost:8080" + target;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
