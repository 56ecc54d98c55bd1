package kcs.local.book;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The properties of an object, one a row. */
final class PropertyTable {
    private PropertyTable() {}

    /** The table, or nothing when the schema has no properties. */
    static String of(String name, JsonObject schema) {
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        JsonArray required = schema.getJsonArray("required", new JsonArray());
        Table table = new Table("properties", name, List.of("Name", "Type", "Required", "Meaning"));
        properties.forEach(property -> {
            JsonObject value = (JsonObject) property.getValue();
            table.row(
                    null,
                    List.of(
                            Html.code(property.getKey()),
                            SchemaText.type(value),
                            Words.both(required.contains(property.getKey()) ? "required" : "optional"),
                            SchemaText.meaning(null, inner(value))));
        });
        return table.isEmpty() ? "" : table.html();
    }

    /** A list's limits are told with those of what it holds. */
    private static JsonObject inner(JsonObject value) {
        JsonObject items = value.getJsonObject("items");
        if (items == null || !items.containsKey("pattern") || value.containsKey("pattern")) {
            return value;
        }
        return value.copy().put("pattern", items.getString("pattern"));
    }
}
