package kcs.progress.figures;

import static kcs.progress.figures.JudgedCheckpoint.count;
import static kcs.progress.figures.JudgedCheckpoint.standingAt;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CheckpointState.Status;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the agencies of a task owe in a cycle. */
public record TaskCheckpoints(
        @Schema(required = true, maxLength = 40, examples = "KCS-2024-2024Q3")
        String cycle,

        @Schema(required = true, minimum = "0", description = "Without the waived")
        int expected,

        @Schema(required = true, minimum = "0", description = "Filed at least once")
        int received,

        @Schema(required = true, minimum = "0") int overdue,
        @Schema(required = true, minimum = "0") int returned,

        @Schema(description = "The first day by which something is awaited; null when all is filed")
        LocalDate nextDueOn) {

    static TaskCheckpoints of(String cycle, Collection<JudgedCheckpoint> checkpoints) {
        return new TaskCheckpoints(
                cycle,
                count(checkpoints, JudgedCheckpoint::expected),
                count(checkpoints, JudgedCheckpoint::received),
                count(checkpoints, judged -> judged.is(Timeliness.OVERDUE)),
                count(checkpoints, standingAt(Status.RETURNED)),
                checkpoints.stream()
                        .map(JudgedCheckpoint::checkpoint)
                        .filter(CheckpointState::awaited)
                        .map(CheckpointState::awaitedOn)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
