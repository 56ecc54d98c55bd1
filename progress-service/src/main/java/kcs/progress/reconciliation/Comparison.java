package kcs.progress.reconciliation;

import static kcs.progress.reconciliation.Differences.value;

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
import java.util.function.Predicate;
import kcs.progress.reconciliation.Reconciliation.Difference;

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

    private final Sides sides;
    private final Differences differences = new Differences();
    private final AgencyComparison agencies;
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
        sides = new Sides(dashboard, checkpoints, sources, seen);
        List<ObjectNode> tasks = sides.said("task");
        agencies = new AgencyComparison(differences, day);
        plans = new PlanComparison(differences, tasks);
        round = new RoundComparison(
                differences, tasks, sides.said("cycle"), sides.said("checkpoint"), sides.said("health"), day);
    }

    /** How many things were looked at. */
    int compared() {
        return sides.subjects().size();
    }

    List<Difference> differences() {
        sides.subjects().forEach(this::compare);
        return differences.found();
    }

    private void compare(String subject) {
        JsonNode mine = sides.shown(subject);
        ObjectNode source = sides.source(subject);
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
            case "agency" -> agencies.compare(subject, mine, source);
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
}
