package kcs.progress.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is shown and what the owners say of it, each by its aggregate: as far as whoever asks may see it. */
final class Sides {
    private final Map<String, JsonNode> shown = new TreeMap<>();
    private final Map<String, ObjectNode> sources;

    /** See {@link Comparison}. */
    Sides(
            JsonNode dashboard,
            Collection<? extends JsonNode> checkpoints,
            Map<String, ObjectNode> sources,
            Predicate<JsonNode> seen) {
        this.sources = new TreeMap<>(sources);
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

    /** What is shown of a thing; null where nothing is. */
    JsonNode shown(String subject) {
        return shown.get(subject);
    }

    /** What its owner says of a thing; null where nothing is said. */
    ObjectNode source(String subject) {
        return sources.get(subject);
    }

    /** What the owners say of all things of a kind. */
    List<ObjectNode> said(String noun) {
        return sources.entrySet().stream()
                .filter(source -> source.getKey().startsWith(noun + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** All that there is on either side. */
    TreeSet<String> subjects() {
        TreeSet<String> subjects = new TreeSet<>(shown.keySet());
        subjects.addAll(sources.keySet());
        return subjects;
    }
}
