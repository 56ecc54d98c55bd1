package kcs.progress.reconciliation;

import static kcs.progress.reconciliation.Differences.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Predicate;

/** Counts the tasks of plans again from what their owner says of each. */
final class PlanComparison {
    private final Differences differences;
    private final Collection<ObjectNode> tasks;

    PlanComparison(Differences differences, Collection<ObjectNode> tasks) {
        this.differences = differences;
        this.tasks = tasks;
    }

    void compare(String subject, JsonNode mine, JsonNode source) {
        String code = source.path("code").textValue();
        JsonNode totals = mine.path("totals");
        differences.compare(subject, "totals.declared", value(totals, "declared"), value(source, "declaredTaskCount"));
        differences.compare(subject, "totals.listed", totals.path("listed"), count(code, task -> true));
        count(subject, "totals.published", totals.path("published"), code, "origin", "PUBLISHED");
        count(subject, "totals.documented", totals.path("documented"), code, "origin", "DOCUMENTED");
        count(subject, "totals.registered", totals.path("registered"), code, "origin", "REGISTERED");
        JsonNode representative =
                count(code, task -> task.path("representative").asBoolean());
        differences.compare(subject, "totals.representative", totals.path("representative"), representative);
        mine.path("byStatus").forEach(status -> {
            String name = status.path("status").textValue();
            count(subject, "byStatus." + name, status.path("count"), code, "status", name);
        });
        mine.path("areas").forEach(area -> {
            JsonNode total = count(code, task -> value(task, "area").equals(value(area, "code")));
            differences.compare(subject, "areas." + area.path("code").asText() + ".total", area.path("total"), total);
        });
        mine.path("byAgency").forEach(agency -> {
            String name = agency.path("agency").textValue();
            JsonNode total = count(
                    code,
                    task -> Comparison.parts(task).findValuesAsText("agency").contains(name));
            differences.compare(subject, "byAgency." + name + ".total", agency.path("total"), total);
        });
    }

    private void count(String subject, String field, JsonNode mine, String plan, String property, String value) {
        JsonNode count = count(plan, task -> value.equals(task.path(property).textValue()));
        differences.compare(subject, field, mine, count);
    }

    private JsonNode count(String plan, Predicate<JsonNode> counted) {
        long count = tasks.stream()
                .filter(task -> plan.equals(task.path("plan").textValue()))
                .filter(counted)
                .count();
        return IntNode.valueOf((int) count);
    }
}
