package kcs.chassis.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Reads a body strictly: 415 for another type, 400 for what cannot be read. */
@Singleton
public class BodyReader {
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    BodyReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Reads a whole command. */
    public <T> T read(Incoming body, Class<T> type) {
        requireType(body, JSON);
        return bind(tree(body), type);
    }

    /**
     * Reads a merge patch (RFC 7396) and applies it: what it names is replaced, null removes, the rest stays.
     *
     * @param current what the caller may change, as it stands
     */
    public <T> T merged(Incoming body, T current, Class<T> type) {
        requireType(body, MERGE_PATCH);
        ObjectNode merged = merge(json.valueToTree(current), tree(body));
        return bind(merged, type);
    }

    private static void requireType(Incoming body, String expected) {
        String declared = body == null || body.mediaType() == null ? "" : body.mediaType();
        String type = declared.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(expected)) {
            throw new ProblemException(415, "unsupported-media-type").with("accepted", List.of(expected));
        }
    }

    private ObjectNode tree(Incoming body) {
        try {
            JsonNode tree = json.readTree(body.bytes());
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw ProblemException.unreadable(FieldError.of("", "not-json"));
        }
        throw ProblemException.unreadable(FieldError.of("", "not-an-object"));
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode inner) {
                ObjectNode into = target.get(field.getKey()) instanceof ObjectNode known ? known : target.objectNode();
                target.set(field.getKey(), merge(into, inner));
            } else {
                target.set(field.getKey(), value);
            }
        }
        return target;
    }

    private <T> T bind(ObjectNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    /**
     * Checks the limits that a command's schema declares.
     *
     * @throws ProblemException 422 naming each place that exceeds them
     */
    public <T> void requireLimits(T command) {
        Set<ConstraintViolation<T>> violations = validator.validate(command);
        if (violations.isEmpty()) {
            return;
        }
        throw ProblemException.invalid(violations.stream()
                .map(BodyReader::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toArray(FieldError[]::new));
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
        String pointer = pointer(violation.getPropertyPath());
        String kind = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (kind) {
            case "NotNull", "NotBlank", "NotEmpty" -> FieldError.of(pointer, "required");
            case "Size" -> FieldError.of(pointer, "size", limits.get("min"), limits.get("max"));
            case "Min", "DecimalMin" -> FieldError.of(pointer, "too-small", limits.get("value"));
            case "Max", "DecimalMax" -> FieldError.of(pointer, "too-big", limits.get("value"));
            case "Pattern" -> FieldError.of(pointer, "pattern", limits.get("regexp"));
            default -> FieldError.of(pointer, "wrong");
        };
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static ProblemException unreadable(JacksonException failure) {
        return ProblemException.unreadable(errorOf(failure));
    }

    private static FieldError errorOf(JacksonException failure) {
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
