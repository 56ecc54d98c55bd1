package kcs.chassis.paging;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.problem.FieldError;
import kcs.chassis.problem.ProblemException;

/**
 * What a caller asks of a list.
 *
 * @param limit how many at most, 1 to 200
 * @param sort in this order; ends with the key of the list
 * @param cursor where to go on; null for the first page
 * @param count whether the total is wanted
 * @param filters name to the values of which one must hold
 */
public record ListRequest(int limit, List<Sort> sort, String cursor, boolean count, Map<String, List<String>> filters) {

    /** The greatest limit. */
    public static final int MOST = 200;

    /** The limit when none is asked for. */
    public static final int USUAL = 50;

    private static final Set<String> COMMON = Set.of("limit", "cursor", "sort", "count", "format");

    /** A column to sort by and which way. */
    public record Sort(String name, boolean descending) {}

    /**
     * Reads the parameters of a request.
     *
     * @throws ProblemException 400 naming every parameter that is unknown or cannot be read
     */
    public static ListRequest of(MultiMap parameters, ListSpec spec) {
        List<FieldError> errors = new ArrayList<>();
        checkNames(parameters, spec, errors);
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String name : spec.filters().keySet()) {
            List<String> values = parameters.getAll(name);
            if (!values.isEmpty()) {
                filters.put(name, values);
                Set<String> words = spec.words().getOrDefault(name, Set.of());
                if (!words.isEmpty() && !words.containsAll(values)) {
                    errors.add(FieldError.of(name, "unknown-word", String.join(", ", words)));
                }
            }
        }
        int limit = limit(single(parameters, "limit", errors), errors);
        List<Sort> sort = sort(single(parameters, "sort", errors), spec, errors);
        boolean count = flag(single(parameters, "count", errors), errors);
        String cursor = single(parameters, "cursor", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.unreadable(errors.toArray(FieldError[]::new));
        }
        return new ListRequest(limit, sort, cursor, count, filters);
    }

    private static void checkNames(MultiMap parameters, ListSpec spec, List<FieldError> errors) {
        for (String name : parameters.names()) {
            boolean known = COMMON.contains(name)
                    || spec.filters().containsKey(name)
                    || spec.others().contains(name);
            if (!known) {
                Set<String> names = new TreeSet<>(COMMON);
                names.addAll(spec.filters().keySet());
                names.addAll(spec.others());
                errors.add(FieldError.of(name, "unknown-parameter", String.join(", ", names)));
            }
            List<String> values = parameters.getAll(name);
            if (!Query.isReadable(values, name.equals("cursor") ? Integer.MAX_VALUE : Query.LONGEST_VALUE)) {
                errors.add(FieldError.of(name, "unreadable-parameter"));
            }
        }
    }

    private static String single(MultiMap parameters, String name, List<FieldError> errors) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            errors.add(FieldError.of(name, "repeated-parameter"));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static int limit(String value, List<FieldError> errors) {
        if (value == null) {
            return USUAL;
        }
        if (value.matches("[1-9][0-9]{0,2}") && Integer.parseInt(value) <= MOST) {
            return Integer.parseInt(value);
        }
        errors.add(FieldError.of("limit", "range", 1, MOST));
        return USUAL;
    }

    private static boolean flag(String value, List<FieldError> errors) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            errors.add(FieldError.of("count", "boolean"));
        }
        return true;
    }

    private static List<Sort> sort(String value, ListSpec spec, List<FieldError> errors) {
        List<Sort> sort = new ArrayList<>();
        if (value != null) {
            for (String part : value.split(",", -1)) {
                boolean descending = part.startsWith("-");
                String name = descending ? part.substring(1) : part;
                if (!spec.sorts().containsKey(name)
                        || sort.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                    errors.add(FieldError.of(
                            "sort",
                            "sort",
                            String.join(", ", new TreeSet<>(spec.sorts().keySet()))));
                    return List.of();
                }
                sort.add(new Sort(name, descending));
            }
        }
        if (sort.stream().noneMatch(column -> column.name().equals(spec.key()))) {
            sort.add(new Sort(spec.key(), false));
        }
        return sort;
    }
}
