package kcs.chassis.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import kcs.chassis.problem.FieldError;

/** Says what a parser found wrong in words that a caller understands: pointers and JSON's types, no class names. */
final class JsonErrors {

    private JsonErrors() {}

    /** Where and why a body could not be read. */
    static FieldError of(JacksonException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (failure instanceof UnrecognizedPropertyException) {
            return FieldError.of(pointer, "unknown-property");
        }
        if (failure instanceof InvalidFormatException format) {
            return ofFormat(pointer, format);
        }
        if (failure instanceof MismatchedInputException mismatch) {
            Class<?> target = mismatch.getTargetType();
            boolean trailing = failure.getOriginalMessage().startsWith("Trailing token");
            return trailing
                    ? FieldError.of("", "trailing-token")
                    : FieldError.of(pointer, "wrong-type", target == null ? "?" : jsonName(target));
        }
        if (failure.getOriginalMessage().startsWith("Duplicate field")) {
            return FieldError.of(pointer, "duplicate-property");
        }
        return FieldError.of(pointer, "not-json");
    }

    private static FieldError ofFormat(String pointer, InvalidFormatException format) {
        if (format.getTargetType() == String.class) {
            return FieldError.of(pointer, "malformed-unicode");
        }
        if (format.getTargetType() != null && format.getTargetType().isEnum()) {
            return FieldError.of(
                    pointer, "unknown-word", List.of(format.getTargetType().getEnumConstants()));
        }
        return FieldError.of(pointer, "wrong-type", jsonName(format.getTargetType()));
    }

    /** What a Java type is called where the caller writes it: class names stay inside. */
    private static String jsonName(Class<?> type) {
        if (type == null) {
            return "object";
        }
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == java.time.LocalDate.class) {
            return "date (YYYY-MM-DD)";
        }
        if (type == java.time.Instant.class) {
            return "instant (RFC 3339, UTC)";
        }
        return Iterable.class.isAssignableFrom(type) ? "array" : "object";
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
