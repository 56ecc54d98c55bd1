package kcs.progress.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import kcs.progress.directory.HealthState;
import kcs.progress.directory.TaskHealth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many tasks go so well. */
public record HealthCount(
        @Schema(required = true) HealthState health,
        @Schema(required = true, minimum = "0") int count) {

    /** A count for every state, those of no task too. */
    public static List<HealthCount> of(Collection<TaskHealth> tasks) {
        return Arrays.stream(HealthState.values())
                .map(state -> new HealthCount(state, (int)
                        tasks.stream().filter(task -> task.headline() == state).count()))
                .toList();
    }
}
