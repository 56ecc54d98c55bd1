package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * The health of a task as its newest event tells of it.
 *
 * @param visibility of the task
 * @param participants of the task
 * @param headline what counts: assessed, else declared, else derived; null where the task has no health any more
 * @param declared by the agencies; null as long as none has
 * @param assessed by a planner; null where none has
 * @param derived from dates and figures alone; null where the task has no health any more
 * @param disagreement whether two of them differ
 * @param percentComplete mean of what its agencies stated and was accepted, 0 to 100; null where none did
 * @param cycle the one whose returns changed it last; null where none has
 * @param since when the headline became what it is
 * @param previous the headline before it; null where there was none, and in what was told before it was kept
 * @param previousVisibility of the task when the headline changed: whoever could not see it then is not shown the previous
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskHealth(
        String task,
        Visibility visibility,
        Set<String> participants,
        HealthState headline,
        HealthState declared,
        HealthState assessed,
        HealthState derived,
        boolean disagreement,
        Integer percentComplete,
        String cycle,
        Instant since,
        HealthState previous,
        Visibility previousVisibility,
        long version) {

    /** One whose event does not say who may see its task is the government's. */
    public TaskHealth {
        Objects.requireNonNull(task, "health without task");
        visibility = visibility == null ? Visibility.GOVERNMENT : visibility;
        previousVisibility = previousVisibility == null ? Visibility.GOVERNMENT : previousVisibility;
        participants = participants == null ? Set.of() : Set.copyOf(participants);
    }

    /** Whether the task has health: one that was given up has none any more. */
    public boolean stated() {
        return headline != null;
    }
}
