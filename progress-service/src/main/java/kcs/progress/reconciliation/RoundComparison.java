package kcs.progress.reconciliation;

import static kcs.progress.reconciliation.Differences.value;
import static kcs.progress.reconciliation.ToldCheckpoints.is;
import static kcs.progress.reconciliation.ToldCheckpoints.text;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts the reporting round again from what is told of each cycle, checkpoint and task's health. */
final class RoundComparison {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PLACES = 4;

    private final Differences differences;
    private final Collection<ObjectNode> tasks;
    private final Map<String, ObjectNode> cycles = new TreeMap<>();
    private final ToldCheckpoints told;
    private final Map<String, List<ObjectNode>> byTask;
    private final Map<String, List<ObjectNode>> byPlan;
    private final Map<String, List<ObjectNode>> byCycle;
    private final Map<String, ObjectNode> health = new HashMap<>();

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
        this.told = new ToldCheckpoints(this.cycles, day.toString());
        this.byTask = by("task", checkpoints);
        this.byPlan = by("plan", checkpoints);
        this.byCycle = by("cycle", checkpoints);
        health.forEach(one -> this.health.put(text(one, "task"), one));
    }

    private static Map<String, List<ObjectNode>> by(String field, Collection<ObjectNode> checkpoints) {
        return checkpoints.stream().collect(Collectors.groupingBy(checkpoint -> text(checkpoint, field)));
    }

    void comparePlan(String subject, JsonNode mine) {
        String plan = text(mine, "code");
        List<ObjectNode> its = byPlan.getOrDefault(plan, List.of());
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
                .map(task -> health.get(text(task, "code")))
                .filter(it -> it != null && counted.test(it))
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
        long due = count(asked, it -> told.counts(it, extended));
        long onTime = count(asked, it -> told.inTime(it, extended));
        long late = count(asked, it -> told.late(it, extended));
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
            boolean returned = is(it, "RETURNED");
            if (cycle != null && (returned || is(cycle, "OPEN") && told.awaited(it))) {
                ObjectNode day =
                        days.computeIfAbsent(told.awaitedOn(it) + text(cycle, "id"), any -> NODES.objectNode());
                day.<ObjectNode>set("cycle", cycle.path("id")).set("period", cycle.path("period"));
                day.put("dueOn", told.awaitedOn(it))
                        .put("open", day.path("open").asInt() + 1)
                        .put("returned", day.path("returned").asInt() + (returned ? 1 : 0));
            }
        }
        return NODES.arrayNode().addAll(days.values());
    }

    void compareCycle(String subject, JsonNode mine) {
        String id = text(mine, "id");
        List<ObjectNode> its = byCycle.getOrDefault(id, List.of());
        List<ObjectNode> asked = its.stream().filter(it -> !is(it, "WAIVED")).toList();
        ObjectNode progress = NODES.objectNode().put("expected", asked.size());
        progress.put("received", count(asked, told::filed));
        progress.put("onTime", count(asked, it -> told.inTime(it, true)));
        progress.put("late", count(asked, it -> told.late(it, true)));
        progress.put("overdue", count(asked, told::overdue));
        progress.put("missed", count(asked, told::missed));
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
        List<ObjectNode> its = byTask.getOrDefault(text(task, "code"), List.of()).stream()
                .filter(it -> text(it, "cycle").equals(text(open, "id")))
                .toList();
        if (its.isEmpty()) {
            return NullNode.instance;
        }
        List<ObjectNode> asked = its.stream().filter(it -> !is(it, "WAIVED")).toList();
        ObjectNode owed = NODES.objectNode().put("cycle", text(open, "id")).put("expected", asked.size());
        owed.put("received", count(asked, told::filed)).put("overdue", count(asked, told::overdue));
        owed.put("returned", count(its, it -> is(it, "RETURNED")));
        return owed.put(
                "nextDueOn",
                its.stream()
                        .filter(told::awaited)
                        .map(told::awaitedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static long count(Collection<ObjectNode> items, Predicate<ObjectNode> counted) {
        return items.stream().filter(counted).count();
    }
}
