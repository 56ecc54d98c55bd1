package kcs.progress.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.TaskStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tasks stand at a status. */
public record StatusCount(
        @Schema(required = true) TaskStatus status,
        @Schema(required = true, minimum = "0") int count) {

    /** A count for every status, those with no task too, in the order of a task's life. */
    public static List<StatusCount> of(Collection<TaskState> tasks) {
        Map<TaskStatus, Integer> counts = new EnumMap<>(TaskStatus.class);
        tasks.forEach(task -> counts.merge(task.status(), 1, Integer::sum));
        List<StatusCount> all = new ArrayList<>();
        for (TaskStatus status : TaskStatus.values()) {
            all.add(new StatusCount(status, counts.getOrDefault(status, 0)));
        }
        return all;
    }
}
