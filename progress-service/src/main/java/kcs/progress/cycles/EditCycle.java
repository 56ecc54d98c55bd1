package kcs.progress.cycles;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a cycle can be changed; a merge patch names only what changes. */
@Schema(description = "The guidance, at any time; the dates while it is PLANNED (JSON Merge Patch)")
record EditCycle(
        @NotNull LocalDate opensOn,
        @NotNull LocalDate nominalDueOn,
        @NotNull LocalDate locksOn,
        @Size(min = 1, max = 10000) @Schema(nullable = true) String guidance) {

    static EditCycle of(Cycle cycle) {
        return new EditCycle(
                cycle.dates().opensOn(),
                cycle.dates().due().nominalDueOn(),
                cycle.dates().locksOn(),
                cycle.guidance());
    }
}
