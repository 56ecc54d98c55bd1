package kcs.progress.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reporting cycle as its newest event tells of it.
 *
 * @param dueOn last day in Seoul on which a checkpoint is filed in time
 * @param locksOn last day on which one can be filed without an extension
 * @param guidance what is said to those who write; null where nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CycleState(
        String id,
        String plan,
        String period,
        LocalDate periodStartsOn,
        LocalDate opensOn,
        LocalDate nominalDueOn,
        LocalDate dueOn,
        DueDerivation dueDerivation,
        LocalDate locksOn,
        String guidance,
        Status status) {

    /** Where a cycle stands. */
    @Schema(name = "BoardCycleStatus")
    public enum Status {
        PLANNED,
        OPEN,
        CLOSED
    }

    public CycleState {
        Objects.requireNonNull(id, "cycle without id");
        Objects.requireNonNull(plan, "cycle without plan");
        Objects.requireNonNull(period, "cycle without period");
        Objects.requireNonNull(periodStartsOn, "cycle without the beginning of its period");
        Objects.requireNonNull(opensOn, "cycle without the day that it opens on");
        Objects.requireNonNull(nominalDueOn, "cycle without nominal due day");
        Objects.requireNonNull(dueOn, "cycle without due day");
        Objects.requireNonNull(dueDerivation, "cycle without the derivation of its due day");
        Objects.requireNonNull(locksOn, "cycle without the day that it locks on");
        Objects.requireNonNull(status, "cycle without status");
    }
}
