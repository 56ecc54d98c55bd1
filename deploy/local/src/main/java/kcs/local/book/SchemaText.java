package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a value may be, in a line: its type with a link to where that is described, and its limits. */
final class SchemaText {
    private static final String SCHEMAS = "#/components/schemas/";

    private SchemaText() {}

    static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    static String type(JsonObject schema) {
        String reference = schema.getString("$ref");
        if (reference != null && reference.startsWith(SCHEMAS)) {
            String name = nameOf(reference);
            return Html.link("schemas.html#" + name, Html.code(name));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.containsKey(choice)) {
                return schema.getJsonArray(choice).stream()
                        .map(one -> type((JsonObject) one))
                        .collect(Collectors.joining(choice.equals("allOf") ? " and " : " or "));
            }
        }
        if (schema.containsKey("enum")) {
            return values(schema.getJsonArray("enum")) + (isOptional(schema) ? " or null" : "");
        }
        return typeNames(schema).stream()
                .map(name -> name.equals("array") ? "list of " + items(schema) : name + format(schema, name))
                .collect(Collectors.joining(" or "));
    }

    private static String items(JsonObject schema) {
        String items = type(schema.getJsonObject("items", new JsonObject()));
        return items.contains(" or ") ? "(" + items + ")" : items;
    }

    private static String format(JsonObject schema, String name) {
        String format = schema.getString("format");
        return format == null || name.equals("null") ? "" : " (" + Html.escaped(format) + ")";
    }

    private static List<String> typeNames(JsonObject schema) {
        Object type = schema.getValue("type");
        if (type instanceof JsonArray types) {
            return types.stream().map(Object::toString).toList();
        }
        return List.of(type == null ? "any value" : type.toString());
    }

    private static boolean isOptional(JsonObject schema) {
        return typeNames(schema).contains("null")
                && !schema.getJsonArray("enum").contains(null);
    }

    private static String values(JsonArray values) {
        return values.stream()
                .map(value -> Html.code(String.valueOf(value)))
                .collect(Collectors.joining(" · ", "<span class=\"values\">", "</span>"));
    }

    /** The limits of a value, and an example where the document has one. */
    static String limits(JsonObject schema) {
        List<String> limits = new ArrayList<>();
        range(limits, schema, "minLength", "maxLength", "characters");
        range(limits, schema, "minItems", "maxItems", "items");
        range(limits, schema, "minimum", "maximum", "");
        if (schema.containsKey("pattern")) {
            limits.add("pattern " + Html.code(schema.getString("pattern")));
        }
        if (schema.containsKey("default")) {
            limits.add("default " + Html.code(String.valueOf(schema.getValue("default"))));
        }
        JsonArray examples = schema.getJsonArray("examples", new JsonArray());
        if (!examples.isEmpty()) {
            limits.add("e.g. <code>" + Html.prose(String.valueOf(examples.getValue(0))) + "</code>");
        }
        return String.join("; ", limits);
    }

    private static void range(List<String> limits, JsonObject schema, String least, String most, String unit) {
        Object from = schema.getValue(least);
        Object to = schema.getValue(most);
        String of = unit.isEmpty() ? "" : " " + unit;
        if (from != null && to != null) {
            limits.add(from + " to " + to + of);
        } else if (from != null) {
            limits.add("at least " + from + of);
        } else if (to != null) {
            limits.add("at most " + to + of);
        }
    }

    /** What a value means, and under it its limits. */
    static String meaning(String description, JsonObject schema) {
        String limits = limits(schema);
        String said = description == null ? schema.getString("description") : description;
        return (said == null ? "" : Html.prose(said))
                + (limits.isEmpty() ? "" : " <small class=\"limits\">" + limits + "</small>");
    }
}
