package kcs.progress.dashboard;

import static kcs.progress.dashboard.Differences.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kcs.progress.dashboard.Reconciliation.Difference;

/**
 * Holds a dashboard, as it was answered, and the checkpoints that it counts against the owners' own words. It shares nothing
 * with the code that makes the dashboard: both sides are read as JSON and counted anew.
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
                    "changedAt"),
            "cycle",
            List.of(
                    "plan",
                    "period",
                    "status",
                    "opensOn",
                    "nominalDueOn",
                    "dueOn",
                    "dueDerivation",
                    "locksOn",
                    "guidance"),
            "checkpoint",
            List.of(
                    "cycle",
                    "plan",
                    "task",
                    "agency",
                    "status",
                    "dueOn",
                    "extendedDueOn",
                    "returnedDueOn",
                    "locksOn",
                    "firstSubmittedOn",
                    "version"),
            "health",
            List.of("headline", "declared", "assessed", "derived", "disagreement", "since"));

    private final Map<String, JsonNode> shown = new TreeMap<>();
    private final Map<String, ObjectNode> sources;
    private final LocalDate day;
    private final Differences differences = new Differences();
    private final PlanComparison plans;
    private final RoundComparison round;

    /**
     * @param dashboard as it was answered
     * @param checkpoints that it counts, of tasks that are hidden from whoever asks, too
     * @param sources by aggregate
     * @param day whose names the agencies have, and on which it is judged what is in time
     * @param seen which tasks whoever asks may see
     */
    Comparison(
            JsonNode dashboard,
            Collection<? extends JsonNode> checkpoints,
            Map<String, ObjectNode> sources,
            LocalDate day,
            Predicate<JsonNode> seen) {
        this.sources = new TreeMap<>(sources);
        this.day = day;
        index(dashboard);
        this.sources
                .entrySet()
                .removeIf(source -> source.getKey().startsWith("task/") && !seen.test(source.getValue()));
        this.sources.entrySet().removeIf(source -> isOfHiddenTask(source.getKey(), source.getValue()));
        checkpoints.forEach(
                checkpoint -> shown.put("checkpoint/" + checkpoint.path("id").textValue(), checkpoint));
        // A task that was given up has no health any more.
        this.sources
                .entrySet()
                .removeIf(source -> source.getKey().startsWith("health/")
                        && source.getValue().path("headline").isNull());
        shown.entrySet().removeIf(item -> isOfHiddenTask(item.getKey(), item.getValue()));
        plans = new PlanComparison(differences, said("task"));
        round = new RoundComparison(differences, said("task"), said("cycle"), said("checkpoint"), said("health"), day);
    }

    private void index(JsonNode dashboard) {
        for (JsonNode plan : dashboard.path("plans")) {
            shown.put("plan/" + plan.path("code").textValue(), plan);
            for (JsonNode cycle : plan.path("cycles")) {
                ObjectNode whole = cycle.<ObjectNode>deepCopy().set("plan", plan.path("code"));
                shown.put("cycle/" + cycle.path("id").textValue(), whole);
            }
        }
        for (JsonNode agency : dashboard.path("agencies")) {
            shown.put("agency/" + agency.path("code").textValue(), agency);
        }
        for (JsonNode task : dashboard.path("tasks")) {
            String code = task.path("code").textValue();
            shown.put("task/" + code, task);
            if (task.path("health") instanceof ObjectNode health) {
                shown.put("health/" + code, health.deepCopy().put("task", code));
            }
        }
    }

    /** What a task has, where neither side lets whoever asks see the task. */
    private boolean isOfHiddenTask(String subject, JsonNode item) {
        boolean ofTask = subject.startsWith("checkpoint/") || subject.startsWith("health/");
        String task = "task/" + item.path("task").textValue();
        return ofTask && !shown.containsKey(task) && !sources.containsKey(task);
    }

    private List<ObjectNode> said(String noun) {
        return sources.entrySet().stream()
                .filter(source -> source.getKey().startsWith(noun + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How many things were looked at. */
    int compared() {
        return subjects().size();
    }

    private TreeSet<String> subjects() {
        TreeSet<String> subjects = new TreeSet<>(shown.keySet());
        subjects.addAll(sources.keySet());
        return subjects;
    }

    List<Difference> differences() {
        subjects().forEach(this::compare);
        return differences.found();
    }

    private void compare(String subject) {
        JsonNode mine = shown.get(subject);
        ObjectNode source = sources.get(subject);
        int cut = subject.indexOf('/');
        if (mine == null || source == null) {
            JsonNode code = TextNode.valueOf(subject.substring(cut + 1));
            JsonNode none = NullNode.instance;
            differences.add(subject, "code", mine == null ? none : code, source == null ? none : code);
            return;
        }
        String noun = subject.substring(0, cut);
        for (String field : FIELDS.get(noun)) {
            differences.compare(subject, field, value(mine, field), value(source, field));
        }
        switch (noun) {
            case "task" -> {
                differences.compare(subject, "participations", mine.path("participations"), parts(source));
                round.compareTask(subject, mine);
            }
            case "agency" -> compareNames(subject, mine, source);
            case "plan" -> {
                plans.compare(subject, mine, source);
                round.comparePlan(subject, mine);
            }
            case "cycle" -> round.compareCycle(subject, mine);
            default -> {
                // All that is shown of it is in its fields.
            }
        }
    }

    /** Those that take part now. */
    static ArrayNode parts(JsonNode task) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
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
        differences.compare(subject, "name", value(mine, "name"), value(name, "name"));
        differences.compare(subject, "shortName", value(mine, "shortName"), value(name, "shortName"));
    }
}
