package kcs.chassis.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of every property that is not required that it may be null. */
final class Nullability {

    private Nullability() {}

    static void say(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>();
        schema.getProperties()
                .forEach((name, property) ->
                        properties.put(name, required.contains(name) ? property : nullable(property)));
        schema.setProperties(properties);
    }

    private static Schema nullable(Schema property) {
        if (property.getRef() != null) {
            Schema bare = OASFactory.createSchema().ref(property.getRef());
            Schema either = OASFactory.createSchema().anyOf(List.of(bare, nothing()));
            either.setDescription(property.getDescription());
            return either;
        }
        if (property.getAnyOf() != null) {
            boolean said = property.getAnyOf().stream()
                    .anyMatch(one -> one.getType() != null && one.getType().contains(SchemaType.NULL));
            return said ? property : property.addAnyOf(nothing());
        }
        if (property.getType() == null || property.getType().contains(SchemaType.NULL)) {
            return property;
        }
        if (property.getEnumeration() != null && !property.getEnumeration().contains(null)) {
            List<Object> words = new ArrayList<>(property.getEnumeration());
            words.add(null);
            property.setEnumeration(words);
        }
        List<SchemaType> types = new ArrayList<>(property.getType());
        types.add(SchemaType.NULL);
        property.setType(types);
        return property;
    }

    private static Schema nothing() {
        return OASFactory.createSchema().addType(SchemaType.NULL);
    }
}
