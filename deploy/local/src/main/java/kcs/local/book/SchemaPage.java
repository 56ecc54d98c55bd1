package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The chapter of what is sent and answered: every schema by its name. */
final class SchemaPage {
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonObject schemas;
    private final Map<String, Set<String>> usedBy = new TreeMap<>();

    SchemaPage(JsonObject document) {
        schemas = document.getJsonObject("components").getJsonObject("schemas");
        schemas.forEach(schema -> findUses(schema.getValue(), schema.getKey()));
    }

    String html() {
        StringBuilder html = new StringBuilder("<h1>" + Words.both("Schemas") + "</h1>\n");
        schemas.fieldNames().stream().sorted().forEach(name -> html.append(section(name, schemas.getJsonObject(name))));
        return html.toString();
    }

    private String section(String name, JsonObject schema) {
        String properties = PropertyTable.of(name, schema);
        String type = properties.isEmpty()
                ? "<p>" + SchemaText.type(schema) + " <small class=\"limits\">" + SchemaText.limits(schema)
                        + "</small></p>\n"
                : properties;
        return Html.heading(2, name, Html.code(name))
                + (schema.containsKey("description")
                        ? "<p>" + Html.prose(schema.getString("description")) + "</p>\n"
                        : "")
                + type
                + uses(name);
    }

    private String uses(String name) {
        return !usedBy.containsKey(name)
                ? ""
                : usedBy.get(name).stream()
                        .map(user -> Html.link("#" + user, Html.code(user)))
                        .collect(
                                Collectors.joining(", ", "<p class=\"uses\">" + Words.both("Used by") + " ", "</p>\n"));
    }

    private void findUses(Object value, String user) {
        if (value instanceof JsonObject object) {
            String reference = object.getValue("$ref") instanceof String text ? text : "";
            if (reference.startsWith(SCHEMAS)) {
                usedBy.computeIfAbsent(SchemaText.nameOf(reference), name -> new TreeSet<>())
                        .add(user);
            }
            object.forEach(member -> findUses(member.getValue(), user));
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> findUses(item, user));
        }
    }
}
