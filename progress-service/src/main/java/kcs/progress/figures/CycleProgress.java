package kcs.progress.figures;

import static kcs.progress.figures.JudgedCheckpoint.count;
import static kcs.progress.figures.JudgedCheckpoint.standingAt;

import java.util.Collection;
import kcs.progress.directory.CheckpointState.Status;
import kcs.progress.timeliness.Timeliness;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a cycle has come in. */
public record CycleProgress(
        @Schema(required = true, minimum = "0", description = "Checkpoints asked for, without the waived")
        int expected,

        @Schema(required = true, minimum = "0", description = "Filed at least once: onTime + late")
        int received,

        @Schema(required = true, minimum = "0") int onTime,
        @Schema(required = true, minimum = "0") int late,

        @Schema(required = true, minimum = "0", description = "Due, not filed, and can still be filed")
        int overdue,

        @Schema(required = true, minimum = "0", description = "Due, not filed, and cannot be any more")
        int missed,

        @Schema(required = true, minimum = "0", description = "Returned for revision and not filed again yet")
        int returned,

        @Schema(required = true, minimum = "0") int accepted,
        @Schema(required = true, minimum = "0") int waived) {

    /** Counts the checkpoints of one cycle. */
    public static CycleProgress of(Collection<JudgedCheckpoint> checkpoints) {
        return new CycleProgress(
                count(checkpoints, JudgedCheckpoint::expected),
                count(checkpoints, JudgedCheckpoint::received),
                count(checkpoints, judged -> judged.is(Timeliness.ON_TIME)),
                count(checkpoints, judged -> judged.is(Timeliness.LATE)),
                count(checkpoints, judged -> judged.is(Timeliness.OVERDUE)),
                count(checkpoints, judged -> judged.is(Timeliness.MISSED)),
                count(checkpoints, standingAt(Status.RETURNED)),
                count(checkpoints, standingAt(Status.ACCEPTED)),
                count(checkpoints, standingAt(Status.WAIVED)));
    }
}
