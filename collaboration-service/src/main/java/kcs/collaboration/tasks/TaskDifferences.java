package kcs.collaboration.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between a task as it stood and as it stands, by property, as the API shows it. */
@Singleton
class TaskDifferences {
    /** They follow from every change, or tell of it themselves. */
    private static final List<String> LEFT_OUT = List.of("version", "changedAt", "rescheduled");

    private final ObjectMapper json;

    TaskDifferences(ObjectMapper json) {
        this.json = json;
    }

    TaskRevision.Differences between(TaskView before, TaskView after) {
        ObjectNode old = json.valueToTree(before);
        ObjectNode now = json.valueToTree(after);
        old.remove(LEFT_OUT);
        List<TaskRevision.Difference> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : old.properties()) {
            JsonNode then = now.get(property.getKey());
            if (!Objects.equals(property.getValue(), then)) {
                fields.add(new TaskRevision.Difference(property.getKey(), property.getValue(), then));
            }
        }
        return new TaskRevision.Differences(fields);
    }
}
