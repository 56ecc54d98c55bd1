package kcs.progress.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kcs.progress.dashboard.Reconciliation.Difference;

/**
 * Holds a dashboard, as it was answered, against the owners' own words. It shares nothing with the code that makes the
 * dashboard: both sides are read as JSON and counted anew.
 */
final class Comparison {

    /** What is compared of each kind of thing; what is not named here is compared by a rule of its own. */
    static final Map<String, List<String>> FIELDS = Map.of(
            "plan",
            List.of("title", "leadAgency", "announcedOn", "version"),
            "agency",
            List.of("type", "status"),
            "task",
            List.of(
                    "plan",
                    "no",
                    "title",
                    "area",
                    "areaProvenance",
                    "origin",
                    "placeholder",
                    "representative",
                    "visibility",
                    "status",
                    "statusSince",
                    "partnersOpen",
                    "version",
                    "changedAt"));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> shown = new TreeMap<>();
    private final Map<String, ObjectNode> sources;
    private final LocalDate day;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param dashboard as it was answered
     * @param sources by aggregate
     * @param day whose names the agencies have
     * @param seen which tasks whoever asks may see
     */
    Comparison(JsonNode dashboard, Map<String, ObjectNode> sources, LocalDate day, Predicate<JsonNode> seen) {
        this.sources = new TreeMap<>(sources);
        this.sources
                .entrySet()
                .removeIf(source -> source.getKey().startsWith("task/") && !seen.test(source.getValue()));
        this.day = day;
        index("plan", dashboard.path("plans"));
        index("agency", dashboard.path("agencies"));
        index("task", dashboard.path("tasks"));
    }

    private void index(String noun, JsonNode items) {
        items.forEach(item -> shown.put(noun + "/" + item.path("code").textValue(), item));
    }

    /** How many things were looked at. */
    int compared() {
        TreeSet<String> subjects = new TreeSet<>(shown.keySet());
        subjects.addAll(sources.keySet());
        return subjects.size();
    }

    List<Difference> differences() {
        TreeSet<String> subjects = new TreeSet<>(shown.keySet());
        subjects.addAll(sources.keySet());
        subjects.forEach(this::compare);
        return differences;
    }

    private void compare(String subject) {
        JsonNode mine = shown.get(subject);
        ObjectNode source = sources.get(subject);
        if (mine == null || source == null) {
            differ(subject, "code", code(mine), code(source));
            return;
        }
        String noun = subject.substring(0, subject.indexOf('/'));
        for (String field : FIELDS.get(noun)) {
            compare(subject, field, value(mine, field), value(source, field));
        }
        switch (noun) {
            case "task" -> compare(subject, "participations", mine.path("participations"), parts(source));
            case "agency" -> compareNames(subject, mine, source);
            default -> compareCounts(subject, mine, source);
        }
    }

    private static JsonNode code(JsonNode item) {
        return item == null ? NullNode.instance : item.path("code");
    }

    /** Absent and null are the same: not stated. */
    private static JsonNode value(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isMissingNode() ? NullNode.instance : value;
    }

    private void compare(String subject, String field, JsonNode mine, JsonNode source) {
        if (!same(mine, source)) {
            differ(subject, field, mine, source);
        }
    }

    private void differ(String subject, String field, JsonNode mine, JsonNode source) {
        differences.add(new Difference(subject, field, mine, source));
    }

    /** Labels leave out a language as they like; instants are written with as many digits as they need. */
    private static boolean same(JsonNode mine, JsonNode source) {
        if (mine.equals(source)) {
            return true;
        }
        if (mine.has("ko") && source.has("ko")) {
            return value(mine, "ko").equals(value(source, "ko"))
                    && value(mine, "en").equals(value(source, "en"));
        }
        if (mine.isNumber() && source.isNumber()) {
            return mine.decimalValue().compareTo(source.decimalValue()) == 0;
        }
        return mine.isTextual() && source.isTextual() && sameInstant(mine.textValue(), source.textValue());
    }

    private static boolean sameInstant(String mine, String source) {
        try {
            return Instant.parse(mine).equals(Instant.parse(source));
        } catch (DateTimeParseException noInstant) {
            return false;
        }
    }

    /** Those that take part now. */
    static ArrayNode parts(JsonNode task) {
        ArrayNode parts = NODES.arrayNode();
        for (JsonNode part : task.path("participations")) {
            if (value(part, "until").isNull()) {
                parts.addObject().<ObjectNode>set("agency", part.path("agency")).set("role", part.path("role"));
            }
        }
        return parts;
    }

    private void compareNames(String subject, JsonNode mine, JsonNode source) {
        JsonNode held = null;
        String heldFrom = "";
        for (JsonNode name : source.path("names")) {
            String from = name.path("validFrom").asText("");
            from = from.equals("null") ? "" : from;
            boolean begun = from.compareTo(day.toString()) <= 0;
            if (held == null || begun && from.compareTo(heldFrom) >= 0) {
                held = name;
                heldFrom = from;
            }
        }
        JsonNode name = held == null ? NullNode.instance : held;
        compare(subject, "name", value(mine, "name"), value(name, "name"));
        compare(subject, "shortName", value(mine, "shortName"), value(name, "shortName"));
    }

    /** The plan's figures, counted again from what the owner says of its tasks. */
    private void compareCounts(String subject, JsonNode mine, JsonNode source) {
        String code = source.path("code").textValue();
        JsonNode totals = mine.path("totals");
        compare(subject, "totals.declared", value(totals, "declared"), value(source, "declaredTaskCount"));
        compare(subject, "totals.listed", totals.path("listed"), count(code, task -> true));
        count(subject, "totals.published", totals.path("published"), code, "origin", "PUBLISHED");
        count(subject, "totals.documented", totals.path("documented"), code, "origin", "DOCUMENTED");
        count(subject, "totals.registered", totals.path("registered"), code, "origin", "REGISTERED");
        JsonNode representative =
                count(code, task -> task.path("representative").asBoolean());
        compare(subject, "totals.representative", totals.path("representative"), representative);
        mine.path("byStatus").forEach(status -> {
            String name = status.path("status").textValue();
            count(subject, "byStatus." + name, status.path("count"), code, "status", name);
        });
        mine.path("areas").forEach(area -> {
            JsonNode total = count(code, task -> value(task, "area").equals(value(area, "code")));
            compare(subject, "areas." + area.path("code").asText() + ".total", area.path("total"), total);
        });
        mine.path("byAgency").forEach(agency -> {
            String name = agency.path("agency").textValue();
            JsonNode total =
                    count(code, task -> parts(task).findValuesAsText("agency").contains(name));
            compare(subject, "byAgency." + name + ".total", agency.path("total"), total);
        });
    }

    private void count(String subject, String field, JsonNode mine, String plan, String property, String value) {
        compare(
                subject,
                field,
                mine,
                count(plan, task -> value.equals(task.path(property).textValue())));
    }

    private JsonNode count(String plan, Predicate<JsonNode> counted) {
        int count = 0;
        for (Map.Entry<String, ObjectNode> source : sources.entrySet()) {
            JsonNode item = source.getValue();
            if (source.getKey().startsWith("task/")
                    && plan.equals(item.path("plan").textValue())
                    && counted.test(item)) {
                count++;
            }
        }
        return NODES.numberNode(count);
    }
}
