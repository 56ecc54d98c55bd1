package kcs.progress.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kcs.progress.audience.Audience;
import kcs.progress.told.Kind;
import kcs.progress.told.Moment;
import kcs.progress.told.ToldEvent;
import kcs.progress.told.ToldReading;

/** Says what is different from an earlier state, and names the events between. */
@Singleton
class Comparisons {
    /** What only says that something else is different, or is said anew every day. */
    private static final Set<String> NO_REASONS = Set.of("checkpoint.reminded");

    private final ToldReading told;
    private final ObjectMapper json;

    Comparisons(ToldReading told, ObjectMapper json) {
        this.told = told;
        this.json = json;
    }

    /** Null where nothing was asked for and there was no meeting before. */
    Comparison of(ReportRequest request, Moment moment, Map<String, TaskThen> tasks, Map<String, HealthThen> health) {
        Earlier earlier = request.comparedWith();
        if (earlier == null) {
            return null;
        }
        Moment before = moment.earlier(earlier.instant());
        Audience audience = request.audience();
        Map<String, TaskThen> tasksBefore = told.newest(Kind.TASK, request.plan(), before, TaskThen.class);
        // What was said while a task was hidden stays so.
        tasksBefore.values().removeIf(task -> !audience.sees(task.visibility(), task.participants()));
        Map<String, HealthThen> healthBefore = told.newest(Kind.HEALTH, request.plan(), before, HealthThen.class);
        Map<String, List<ToldEvent>> between = told.between(request.plan(), earlier.instant(), moment).stream()
                .filter(event -> isReason(event) && event.task() != null)
                .filter(event -> audience.sees(event.visibility(), event.participants()))
                .collect(Collectors.groupingBy(ToldEvent::task));
        List<Comparison.TaskChange> changes = new ArrayList<>();
        for (TaskThen task : tasks.values()) {
            List<Comparison.Field> fields =
                    differences(before(task.code(), tasksBefore, healthBefore), fields(task, health.get(task.code())));
            if (!fields.isEmpty()) {
                changes.add(new Comparison.TaskChange(
                        task.code(),
                        task.title(),
                        fields,
                        between.getOrDefault(task.code(), List.of()).stream()
                                .map(Comparison.Event::of)
                                .toList()));
            }
        }
        return new Comparison(earlier.instant(), earlier.of(), changes);
    }

    /** That another percentage is complete follows from an acceptance, which is told itself. */
    private static boolean isReason(ToldEvent event) {
        return !NO_REASONS.contains(event.type())
                && !(event.kind() == Kind.HEALTH && event.changed().equals(Set.of("percentComplete")));
    }

    private Map<String, JsonNode> before(String code, Map<String, TaskThen> tasks, Map<String, HealthThen> health) {
        return tasks.containsKey(code) ? fields(tasks.get(code), health.get(code)) : Map.of();
    }

    /** What of a task is compared; nothing where there was none. */
    private Map<String, JsonNode> fields(TaskThen task, HealthThen health) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (task != null) {
            fields.put("title", task.title());
            fields.put("status", task.status());
            fields.put("area", task.area());
            fields.put("origin", task.origin());
            fields.put("agencies", new TreeSet<>(task.participants()));
            fields.put("lead", task.lead());
            fields.put("startsOn", task.startsOn());
            fields.put("endsOn", task.endsOn());
            fields.put("milestones", task.milestones());
            fields.put("indicators", task.indicators());
        }
        if (health != null) {
            fields.put("health", health.headline());
            fields.put("declared", health.declared());
            fields.put("assessed", health.assessed());
            fields.put("derived", health.derived());
            fields.put("percentComplete", health.percentComplete());
        }
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        fields.forEach((name, value) -> trees.put(name, json.valueToTree(value)));
        return trees;
    }

    private static List<Comparison.Field> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Comparison.Field> fields = new ArrayList<>();
        for (String name : names) {
            JsonNode from = stated(before.get(name));
            JsonNode to = stated(after.get(name));
            if (!Objects.equals(from, to)) {
                fields.add(new Comparison.Field(name, from, to));
            }
        }
        return fields;
    }

    private static JsonNode stated(JsonNode value) {
        return value == null || value.isNull() ? null : value;
    }
}
