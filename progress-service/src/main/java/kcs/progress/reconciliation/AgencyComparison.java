package kcs.progress.reconciliation;

import static kcs.progress.reconciliation.Differences.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;

/** Looks up again what agencies are called on a day, among all names that their owner tells of. */
final class AgencyComparison {
    private final Differences differences;
    private final String day;

    AgencyComparison(Differences differences, LocalDate day) {
        this.differences = differences;
        this.day = day.toString();
    }

    void compare(String subject, JsonNode mine, JsonNode source) {
        JsonNode held = null;
        String heldFrom = "";
        for (JsonNode name : source.path("names")) {
            String from = name.path("validFrom").asText("");
            from = from.equals("null") ? "" : from;
            boolean begun = from.compareTo(day) <= 0;
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
