package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kcs.progress.reconciliation.Reconciliation.Difference;

/** Collects where what the dashboard shows and what its sources say are not the same. */
final class Differences {
    private final List<Difference> found = new ArrayList<>();

    List<Difference> found() {
        return found;
    }

    /** Compares one field. */
    void compare(String subject, String field, JsonNode mine, JsonNode source) {
        if (!same(mine, source)) {
            add(subject, field, mine, source);
        }
    }

    /** Compares figure by figure, each under its path; an object on one side alone differs whole. */
    void compareEach(String subject, String field, JsonNode mine, JsonNode source) {
        if (!mine.isObject() || !source.isObject()) {
            compare(subject, field, mine, source);
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        mine.fieldNames().forEachRemaining(names::add);
        source.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compareEach(subject, field + "." + name, value(mine, name), value(source, name)));
    }

    void add(String subject, String field, JsonNode mine, JsonNode source) {
        found.add(new Difference(subject, field, mine, source));
    }

    /** Absent and null are the same: not stated. */
    static JsonNode value(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isMissingNode() ? NullNode.instance : value;
    }

    /** Sources say more than is shown, and write instants with as many digits as they need. */
    private static boolean same(JsonNode mine, JsonNode source) {
        if (mine.equals(source)) {
            return true;
        }
        if (mine.isObject() && source.isObject()) {
            return mine.properties().stream().allMatch(field -> sameField(field, source));
        }
        if (mine.isArray() && source.isArray() && mine.size() == source.size()) {
            return sameItems(mine, source);
        }
        if (mine.isNumber() && source.isNumber()) {
            return mine.decimalValue().compareTo(source.decimalValue()) == 0;
        }
        return mine.isTextual() && source.isTextual() && sameInstant(mine.textValue(), source.textValue());
    }

    private static boolean sameField(Map.Entry<String, JsonNode> mine, JsonNode source) {
        return same(mine.getValue(), value(source, mine.getKey()));
    }

    private static boolean sameItems(JsonNode mine, JsonNode source) {
        for (int i = 0; i < mine.size(); i++) {
            if (!same(mine.get(i), source.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameInstant(String mine, String source) {
        try {
            return Instant.parse(mine).equals(Instant.parse(source));
        } catch (DateTimeParseException noInstant) {
            return false;
        }
    }
}
