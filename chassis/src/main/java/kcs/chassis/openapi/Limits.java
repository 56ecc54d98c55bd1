package kcs.chassis.openapi;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says the limits that hold everywhere, where an endpoint does not say its own. */
final class Limits {
    /** The greatest whole number that every JSON reader reads exactly. */
    private static final BigDecimal GREATEST = BigDecimal.valueOf(9_007_199_254_740_991L);

    private static final int LONGEST_PARAMETER = 500;
    private static final int MOST_VALUES = 50;
    private static final Map<String, Integer> DATES = Map.of("date", 10, "date-time", 40, "uuid", 36);

    private Limits() {}

    static void say(OpenAPI api) {
        api.getComponents().getSchemas().values().forEach(Limits::ofNumbersAndDates);
        if (api.getPaths() == null) {
            return;
        }
        for (PathItem path : api.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                if (operation.getParameters() != null) {
                    operation.getParameters().forEach(Limits::ofParameter);
                }
            }
        }
    }

    private static void ofNumbersAndDates(Schema schema) {
        if (is(schema, SchemaType.INTEGER) && schema.getMaximum() == null) {
            schema.setMaximum(GREATEST);
        }
        Integer longest = DATES.get(schema.getFormat() == null ? "" : schema.getFormat());
        if (longest != null && schema.getMaxLength() == null) {
            schema.setMaxLength(longest);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Limits::ofNumbersAndDates);
        }
        if (schema.getItems() != null) {
            ofNumbersAndDates(schema.getItems());
        }
    }

    private static void ofParameter(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema == null) {
            return;
        }
        if (is(schema, SchemaType.ARRAY)) {
            if (schema.getMaxItems() == null) {
                schema.setMaxItems(MOST_VALUES);
            }
            ofText(schema.getItems());
        } else {
            ofText(schema);
        }
    }

    private static void ofText(Schema schema) {
        ofNumbersAndDates(schema);
        boolean text = is(schema, SchemaType.STRING) && schema.getEnumeration() == null;
        if (text && schema.getMaxLength() == null) {
            schema.setMaxLength(LONGEST_PARAMETER);
        }
    }

    private static boolean is(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }
}
