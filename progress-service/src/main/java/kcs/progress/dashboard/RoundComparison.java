package kcs.progress.dashboard;

import static kcs.progress.dashboard.Differences.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counts the reporting round again from what is told of each cycle, checkpoint and task's health; days are text here. */
final class RoundComparison {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PLACES = 4;

    private final Differences differences;
    private final Collection<ObjectNode> tasks;
    private final Map<String, ObjectNode> cycles = new TreeMap<>();
    private final Collection<ObjectNode> checkpoints;
    private final Collection<ObjectNode> health;
    private final String day;

    /** @param day on which it is judged what is in time */
    RoundComparison(
            Differences differences,
            Collection<ObjectNode> tasks,
            Collection<ObjectNode> cycles,
            Collection<ObjectNode> checkpoints,
            Collection<ObjectNode> health,
            LocalDate day) {
        this.differences = differences;
        this.tasks = tasks;
        cycles.forEach(cycle -> this.cycles.put(text(cycle, "id"), cycle));
        this.checkpoints = checkpoints;
        this.health = health;
        this.day = day.toString();
    }

    void comparePlan(String subject, JsonNode mine) {
        String plan = text(mine, "code");
        List<ObjectNode> its = of("plan", plan);
        mine.path("byHealth").forEach(state -> {
            String name = text(state, "health");
            long count = healthOf(plan, it -> name.equals(text(it, "headline")));
            differences.compare(subject, "byHealth." + name, state.path("count"), NODES.numberNode(count));
        });
        long without =
                tasks.stream().filter(task -> plan.equals(text(task, "plan"))).count() - healthOf(plan, it -> true);
        differences.compare(subject, "withoutHealth", mine.path("withoutHealth"), NODES.numberNode(without));
        differences.compareEach(subject, "onTime", byAgency(mine.path("onTime")), onTime(its));
        differences.compare(subject, "nextDue", mine.path("nextDue"), nextDue(its));
    }

    private long healthOf(String plan, Predicate<JsonNode> counted) {
        return tasks.stream()
                .filter(task -> plan.equals(text(task, "plan")))
                .filter(task ->
                        health.stream().anyMatch(it -> text(it, "task").equals(text(task, "code")) && counted.test(it)))
                .count();
    }

    private static ObjectNode byAgency(JsonNode rates) {
        ObjectNode byAgency = NODES.objectNode();
        for (JsonNode rate : rates) {
            byAgency.putObject(text(rate, "agency"))
                    .<ObjectNode>set("with", rate.path("with"))
                    .set("withoutExtensions", rate.path("withoutExtensions"));
        }
        return byAgency;
    }

    private ObjectNode onTime(List<ObjectNode> its) {
        ObjectNode byAgency = NODES.objectNode();
        for (String agency :
                new TreeSet<>(its.stream().map(it -> text(it, "agency")).toList())) {
            List<ObjectNode> asked = its.stream()
                    .filter(it -> agency.equals(text(it, "agency")) && !is(it, "WAIVED"))
                    .toList();
            byAgency.putObject(agency)
                    .<ObjectNode>set("with", rate(asked, true))
                    .set("withoutExtensions", rate(asked, false));
        }
        return byAgency;
    }

    private ObjectNode rate(List<ObjectNode> asked, boolean extended) {
        long due = count(asked, it -> filed(it) || day.compareTo(due(it, extended)) > 0);
        long onTime = count(asked, it -> filed(it) && !late(it, extended));
        long late = count(asked, it -> filed(it) && late(it, extended));
        ObjectNode rate =
                NODES.objectNode().put("due", due).put("onTime", onTime).put("late", late);
        rate.put("missing", due - onTime - late);
        return due == 0
                ? rate.putNull("rate")
                : rate.put(
                        "rate",
                        BigDecimal.valueOf(onTime).divide(BigDecimal.valueOf(due), PLACES, RoundingMode.HALF_UP));
    }

    private ArrayNode nextDue(List<ObjectNode> its) {
        Map<String, ObjectNode> days = new TreeMap<>();
        for (ObjectNode it : its) {
            ObjectNode cycle = cycles.get(text(it, "cycle"));
            if (cycle != null && is(cycle, "OPEN") && awaited(it)) {
                ObjectNode day = days.computeIfAbsent(awaitedOn(it) + text(cycle, "id"), any -> NODES.objectNode());
                day.<ObjectNode>set("cycle", cycle.path("id")).set("period", cycle.path("period"));
                day.put("dueOn", awaitedOn(it)).put("open", day.path("open").asInt() + 1);
            }
        }
        return NODES.arrayNode().addAll(days.values());
    }

    void compareCycle(String subject, JsonNode mine) {
        String id = text(mine, "id");
        List<ObjectNode> its = of("cycle", id);
        List<ObjectNode> asked = its.stream().filter(it -> !is(it, "WAIVED")).toList();
        ObjectNode progress = NODES.objectNode().put("expected", asked.size());
        progress.put("received", count(asked, RoundComparison::filed));
        progress.put("onTime", count(asked, it -> filed(it) && !late(it, true)));
        progress.put("late", count(asked, it -> filed(it) && late(it, true)));
        progress.put("overdue", count(asked, this::overdue));
        progress.put("missed", count(asked, it -> passed(it) && !canBeFiled(it)));
        progress.put("returned", count(its, it -> is(it, "RETURNED")));
        progress.put("accepted", count(its, it -> is(it, "ACCEPTED")));
        progress.put("waived", its.size() - asked.size());
        differences.compareEach(subject, "progress", mine.path("progress"), progress);
    }

    void compareTask(String subject, JsonNode mine) {
        differences.compareEach(subject, "checkpoints", value(mine, "checkpoints"), owed(mine));
    }

    private JsonNode owed(JsonNode task) {
        ObjectNode open = cycles.values().stream()
                .filter(cycle -> is(cycle, "OPEN") && text(cycle, "plan").equals(text(task, "plan")))
                .max(Comparator.comparing(cycle -> text(cycle, "periodStartsOn") + text(cycle, "id")))
                .orElse(NODES.objectNode());
        List<ObjectNode> its = of("task", text(task, "code")).stream()
                .filter(it -> text(it, "cycle").equals(text(open, "id")))
                .toList();
        if (its.isEmpty()) {
            return NullNode.instance;
        }
        List<ObjectNode> asked = its.stream().filter(it -> !is(it, "WAIVED")).toList();
        ObjectNode owed = NODES.objectNode().put("cycle", text(open, "id")).put("expected", asked.size());
        owed.put("received", count(asked, RoundComparison::filed)).put("overdue", count(asked, this::overdue));
        owed.put("returned", count(its, it -> is(it, "RETURNED")));
        return owed.put(
                "nextDueOn",
                its.stream()
                        .filter(RoundComparison::awaited)
                        .map(RoundComparison::awaitedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private List<ObjectNode> of(String field, String value) {
        return checkpoints.stream().filter(it -> value.equals(text(it, field))).toList();
    }

    private static long count(Collection<ObjectNode> items, Predicate<ObjectNode> counted) {
        return items.stream().filter(counted).count();
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).textValue();
    }

    private static boolean is(JsonNode item, String status) {
        return status.equals(text(item, "status"));
    }

    private static boolean filed(JsonNode checkpoint) {
        return text(checkpoint, "firstSubmittedOn") != null;
    }

    private static boolean awaited(JsonNode checkpoint) {
        return is(checkpoint, "OPEN") || is(checkpoint, "RETURNED");
    }

    private static String awaitedOn(JsonNode checkpoint) {
        String returned = text(checkpoint, "returnedDueOn");
        return is(checkpoint, "RETURNED") && returned != null ? returned : due(checkpoint, true);
    }

    private static String due(JsonNode checkpoint, boolean extended) {
        String due = text(checkpoint, "dueOn");
        String until = text(checkpoint, "extendedDueOn");
        return extended && until != null && until.compareTo(due) > 0 ? until : due;
    }

    private static boolean late(JsonNode checkpoint, boolean extended) {
        return text(checkpoint, "firstSubmittedOn").compareTo(due(checkpoint, extended)) > 0;
    }

    private boolean overdue(JsonNode checkpoint) {
        return passed(checkpoint) && canBeFiled(checkpoint);
    }

    private boolean passed(JsonNode checkpoint) {
        return !filed(checkpoint) && day.compareTo(due(checkpoint, true)) > 0;
    }

    private boolean canBeFiled(JsonNode checkpoint) {
        JsonNode cycle = cycles.get(text(checkpoint, "cycle"));
        boolean closed = cycle != null && is(cycle, "CLOSED");
        return !closed && day.compareTo(text(checkpoint, "locksOn")) <= 0;
    }
}
