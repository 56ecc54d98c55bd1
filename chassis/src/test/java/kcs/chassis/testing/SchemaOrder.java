package kcs.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The members of a value in the order in which a schema names them: many a test sends a map, which has none. */
final class SchemaOrder {
    private final JsonNode document;

    SchemaOrder(JsonNode document) {
        this.document = document;
    }

    /** The same value; what the schema does not name comes last, by its name. */
    JsonNode of(JsonNode value, JsonNode schema) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.get("$ref").textValue().substring(1)) : schema;
        if (resolved.has("anyOf")) {
            return of(value, resolved.at("/anyOf/0"));
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> list.add(of(item, resolved.path("items"))));
            return list;
        }
        return value.isObject() ? members(value, resolved.path("properties")) : value;
    }

    private ObjectNode members(JsonNode value, JsonNode properties) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        properties.properties().stream()
                .filter(property -> value.has(property.getKey()))
                .forEach(property ->
                        ordered.set(property.getKey(), of(value.get(property.getKey()), property.getValue())));
        value.properties().stream()
                .filter(member -> !ordered.has(member.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> ordered.set(member.getKey(), member.getValue()));
        return ordered;
    }
}
