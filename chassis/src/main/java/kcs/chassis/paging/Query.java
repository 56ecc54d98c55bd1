package kcs.chassis.paging;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.json.StrictJson;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/** Reads the parameters of requests that are not lists as strictly as {@link ListRequest} reads those of lists. */
public final class Query {
    /** The longest value of a parameter, in characters. */
    public static final int LONGEST_VALUE = 500;

    private static final int MOST_VALUES = 50;

    private Query() {}

    /** Whether the values of a parameter are well formed, and neither too many nor too long. */
    public static boolean isReadable(List<String> values, int longest) {
        return values.size() <= MOST_VALUES
                && values.stream().allMatch(value -> value.length() <= longest && StrictJson.wellFormed(value));
    }

    /**
     * Refuses parameters that the endpoint does not know.
     *
     * @throws ProblemException 400 naming each
     */
    public static void only(MultiMap parameters, Set<String> known) {
        FieldError[] unknown = parameters.names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> FieldError.of(name, "unknown-parameter", String.join(", ", new TreeSet<>(known))))
                .toArray(FieldError[]::new);
        if (unknown.length > 0) {
            throw ProblemException.unreadable(unknown);
        }
    }

    /**
     * A day, {@code 2024-07-01}; null when there is none.
     *
     * @throws ProblemException 400 when it is no day or stands more than once
     */
    public static LocalDate date(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw ProblemException.unreadable(FieldError.of(name, "repeated-parameter"));
        }
        if (values.get(0).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                return LocalDate.parse(values.get(0));
            } catch (DateTimeParseException noSuchDay) {
                throw ProblemException.unreadable(FieldError.of(name, "wrong-type", "date (YYYY-MM-DD)"));
            }
        }
        throw ProblemException.unreadable(FieldError.of(name, "wrong-type", "date (YYYY-MM-DD)"));
    }

    /**
     * An instant, {@code 2024-10-07T15:00:00Z} or with an offset; null when there is none.
     *
     * @throws ProblemException 400 when it is none or stands more than once
     */
    public static Instant instant(MultiMap parameters, String name) {
        String value = text(parameters, name);
        try {
            return value == null
                    ? null
                    : OffsetDateTime.parse(fourDigitYear(value)).toInstant();
        } catch (DateTimeParseException noInstant) {
            throw ProblemException.unreadable(FieldError.of(name, "wrong-type", "date-time (YYYY-MM-DDThh:mm:ssZ)"));
        }
    }

    /** RFC 3339 knows no other years; Java does, and databases do not know all of those. */
    private static String fourDigitYear(String value) {
        if (!value.matches("[0-9]{4}-.{1,40}")) {
            throw new DateTimeParseException("no year of four digits", value, 0);
        }
        return value;
    }

    /**
     * A text; null when there is none.
     *
     * @throws ProblemException 400 when it stands more than once
     */
    public static String text(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw ProblemException.unreadable(FieldError.of(name, "repeated-parameter"));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * A flag, {@code true} or {@code false}; false when there is none.
     *
     * @throws ProblemException 400 when it is neither or stands more than once
     */
    public static boolean flag(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw ProblemException.unreadable(FieldError.of(name, "repeated-parameter"));
        }
        if (values.isEmpty() || values.get(0).equals("false")) {
            return false;
        }
        if (values.get(0).equals("true")) {
            return true;
        }
        throw ProblemException.unreadable(FieldError.of(name, "boolean"));
    }
}
