package kcs.local;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One OpenAPI document out of those of the services. What two services call by one name and mean differently keeps
 * both meanings: the later one is renamed, with everything that refers to it.
 */
final class OpenApiMerge {
    private final Map<String, Object> paths = new TreeMap<>();
    private final Map<String, JsonObject> components = new TreeMap<>();
    private final Map<String, JsonObject> tags = new TreeMap<>();

    private OpenApiMerge() {}

    static JsonObject of(List<JsonObject> documents) {
        OpenApiMerge merge = new OpenApiMerge();
        documents.forEach(merge::add);
        return merge.document(documents.get(0));
    }

    /**
     * Merges the documents as they are kept, one file for each service, with the examples beside them.
     *
     * @throws Refusal when one is not there
     */
    static JsonObject ofKept(Path folder) throws IOException {
        List<JsonObject> documents = new ArrayList<>();
        for (Part service : Part.SERVICES) {
            Path document = folder.resolve(service.id() + ".json");
            if (!Files.exists(document)) {
                throw new Refusal(document + " is not there; build " + service.id() + " first");
            }
            documents.add(new JsonObject(Files.readString(document)));
        }
        return OpenApiExamples.in(folder.resolve("examples")).addedTo(of(documents));
    }

    private void add(JsonObject document) {
        Map<String, String> renamed = new HashMap<>();
        JsonObject own = document.getJsonObject("components", new JsonObject());
        for (String kind : own.fieldNames()) {
            JsonObject merged = components.computeIfAbsent(kind, absent -> new JsonObject());
            for (String name : own.getJsonObject(kind).fieldNames()) {
                Object other = merged.getValue(name);
                if (other != null && !other.equals(own.getJsonObject(kind).getValue(name))) {
                    renamed.put(
                            "#/components/" + kind + "/" + name,
                            "#/components/" + kind + "/" + freeName(merged, own.getJsonObject(kind), name));
                }
            }
        }
        addComponents(own, renamed);
        JsonObject ownPaths = document.getJsonObject("paths", new JsonObject());
        for (String path : ownPaths.fieldNames()) {
            if (path.startsWith("/api/v1/") || path.startsWith("/open/v1/")) {
                paths.put(path, rewritten(ownPaths.getValue(path), renamed));
            }
        }
        for (Object tag : document.getJsonArray("tags", new JsonArray())) {
            tags.putIfAbsent(((JsonObject) tag).getString("name"), (JsonObject) tag);
        }
    }

    private void addComponents(JsonObject own, Map<String, String> renamed) {
        for (String kind : own.fieldNames()) {
            JsonObject merged = components.get(kind);
            for (String name : own.getJsonObject(kind).fieldNames()) {
                String reference = "#/components/" + kind + "/" + name;
                String kept = renamed.getOrDefault(reference, reference);
                merged.put(
                        kept.substring(kept.lastIndexOf('/') + 1),
                        rewritten(own.getJsonObject(kind).getValue(name), renamed));
            }
        }
    }

    private static String freeName(JsonObject merged, JsonObject own, String name) {
        int number = 2;
        while (merged.containsKey(name + number) || own.containsKey(name + number)) {
            number++;
        }
        return name + number;
    }

    private static Object rewritten(Object value, Map<String, String> renamed) {
        if (value instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.forEach(field -> copy.put(field.getKey(), rewritten(field.getValue(), renamed)));
            return copy;
        }
        if (value instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(rewritten(item, renamed)));
            return copy;
        }
        return value instanceof String text ? renamed.getOrDefault(text, text) : value;
    }

    private JsonObject document(JsonObject first) {
        JsonObject document = new JsonObject()
                .put("openapi", first.getString("openapi"))
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "KCS collaboration tasks")
                                .put(
                                        "version",
                                        first.getJsonObject("info", new JsonObject())
                                                .getString("version", "1"))
                                .put(
                                        "license",
                                        first.getJsonObject("info", new JsonObject())
                                                .getJsonObject("license", new JsonObject()))
                                .put(
                                        "description",
                                        "Agencies, plans, tasks and their progress: three services behind one front"
                                                + " door."))
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")));
        if (first.containsKey("security")) {
            document.put("security", first.getValue("security"));
        }
        document.put("tags", new JsonArray(List.copyOf(tags.values())));
        document.put("paths", new JsonObject(paths));
        JsonObject sorted = new JsonObject();
        components.forEach((kind, members) -> sorted.put(kind, new JsonObject(new TreeMap<>(members.getMap()))));
        return document.put("components", sorted);
    }
}
