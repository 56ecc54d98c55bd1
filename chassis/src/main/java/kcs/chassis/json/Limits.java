package kcs.chassis.json;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** The limits that the schema of a command declares. */
@Singleton
public class Limits {
    private static final String REQUIRED = "required";

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
        List<FieldError> errors = violations.stream()
                .map(Limits::error)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        throw ProblemException.invalid(withoutConsequences(errors));
    }

    /** What is not there is also too short and matches nothing: it is enough to say that it is required. */
    private static FieldError[] withoutConsequences(List<FieldError> errors) {
        Set<String> missing = errors.stream()
                .filter(error -> error.code().equals(REQUIRED))
                .map(FieldError::pointer)
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> error.code().equals(REQUIRED) || !missing.contains(error.pointer()))
                .toArray(FieldError[]::new);
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
            case "NotNull", "NotBlank", "NotEmpty" -> FieldError.of(pointer, REQUIRED);
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
