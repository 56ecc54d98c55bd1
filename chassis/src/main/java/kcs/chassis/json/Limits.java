package kcs.chassis.json;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** The limits that the schema of a command declares. */
@Singleton
public class Limits {
    private final Validator validator;

    Limits(Validator validator) {
        this.validator = validator;
    }

    /**
     * Refuses a command that exceeds them.
     *
     * @throws ProblemException 422 naming each place that exceeds them
     */
    public <T> void require(T command) {
        Set<ConstraintViolation<T>> violations = validator.validate(command);
        if (violations.isEmpty()) {
            return;
        }
        throw ProblemException.invalid(violations.stream()
                .map(Limits::error)
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
}
