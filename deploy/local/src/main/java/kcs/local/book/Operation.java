package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One thing that can be asked for. */
record Operation(String method, String path, JsonObject described) {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** All operations of a document, by path, reading before writing. */
    static List<Operation> allOf(JsonObject document) {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        paths.fieldNames().stream()
                .sorted()
                .forEach(path -> METHODS.stream()
                        .filter(paths.getJsonObject(path)::containsKey)
                        .forEach(method -> operations.add(new Operation(
                                method.toUpperCase(Locale.ROOT),
                                path,
                                paths.getJsonObject(path).getJsonObject(method)))));
        return operations;
    }

    String id() {
        return described.getString("operationId");
    }

    String tag() {
        return described.getJsonArray("tags").getString(0);
    }

    String summary() {
        return described.getString("summary", id());
    }

    String signature() {
        return "<code class=\"signature\"><b class=\"method %s\">%s</b> %s</code>"
                .formatted(
                        method.toLowerCase(Locale.ROOT),
                        method,
                        Html.escaped(path).replace("/", "<wbr>/"));
    }

    /** Who may ask, as the document says it. */
    String callers() {
        List<String> callers = new ArrayList<>();
        for (Object requirement : described.getJsonArray("security", new JsonArray())) {
            JsonArray roles = ((JsonObject) requirement).getJsonArray("bearer");
            if (roles == null) {
                return Html.prose("누구나 everyone");
            }
            roles.forEach(role -> callers.add(Html.code(role.toString())));
        }
        return callers.isEmpty() ? Html.prose("로그인한 사람 whoever is signed in") : String.join(" ", callers);
    }
}
