package kcs.progress.dashboard;

import java.time.LocalDate;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.DueDerivation;
import kcs.progress.figures.CycleProgress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reporting cycle on the dashboard, with what has come in of the tasks that the reader sees. */
public record BoardCycle(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-2024Q3")
        String id,

        @Schema(required = true, maxLength = 10, examples = "2024Q3")
        String period,

        @Schema(required = true) CycleState.Status status,
        @Schema(required = true) LocalDate opensOn,
        @Schema(required = true) LocalDate nominalDueOn,

        @Schema(required = true, description = "Last day in Seoul to file in time")
        LocalDate dueOn,

        @Schema(required = true) DueDerivation dueDerivation,

        @Schema(required = true, description = "Last day to file without an extension")
        LocalDate locksOn,

        @Schema(maxLength = 10000, description = "What is said to those who write (작성지침); null where nothing")
        String guidance,

        @Schema(required = true) CycleProgress progress,

        @Schema(
                minimum = "0",
                maximum = "100",
                description = "Mean of what the accepted submissions state; null where none does, or one was accepted"
                        + " before percentages were told")
        Integer percentComplete) {

    static BoardCycle of(CycleState cycle, CycleProgress progress, Integer percentComplete) {
        return new BoardCycle(
                cycle.id(),
                cycle.period(),
                cycle.status(),
                cycle.opensOn(),
                cycle.nominalDueOn(),
                cycle.dueOn(),
                cycle.dueDerivation(),
                cycle.locksOn(),
                cycle.guidance(),
                progress,
                percentComplete);
    }
}
