package kcs.progress.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Predicate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CheckpointState.Status;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.States;
import kcs.progress.timeliness.Timeliness;
import kcs.progress.timeliness.Timeliness.Standing;

/**
 * A checkpoint, and whether it came in time as of a day.
 *
 * @param standing null where it is waived
 * @param withoutExtension the same as if no extension had been granted
 */
public record JudgedCheckpoint(CheckpointState checkpoint, Standing standing, Standing withoutExtension) {

    /**
     * Judges a checkpoint as of a day.
     *
     * @param states among which is the cycle that it belongs to
     */
    public static JudgedCheckpoint of(CheckpointState checkpoint, States states, LocalDate day) {
        Dated<CycleState> cycle = states.cycles().get(checkpoint.cycle());
        return of(checkpoint, cycle == null ? null : cycle.state(), day);
    }

    /**
     * Judges a checkpoint as of a day.
     *
     * @param cycle that it belongs to; null as long as it is not known, which is not closed
     */
    public static JudgedCheckpoint of(CheckpointState checkpoint, CycleState cycle, LocalDate day) {
        if (checkpoint.is(Status.WAIVED)) {
            return new JudgedCheckpoint(checkpoint, null, null);
        }
        boolean closed = cycle != null && cycle.status() == CycleState.Status.CLOSED;
        return new JudgedCheckpoint(
                checkpoint, checkpoint.standing(closed, day), checkpoint.standingWithoutExtension(closed, day));
    }

    /** Whether it is asked for: it is not waived. */
    public boolean expected() {
        return standing != null;
    }

    /** Whether it is asked for and stands so on the day. */
    public boolean is(Timeliness timeliness) {
        return expected() && standing.timeliness() == timeliness;
    }

    /** Whether it is asked for and was filed at least once. */
    public boolean received() {
        return expected() && standing.filed();
    }

    static int count(Collection<JudgedCheckpoint> checkpoints, Predicate<JudgedCheckpoint> counted) {
        return (int) checkpoints.stream().filter(counted).count();
    }

    static Predicate<JudgedCheckpoint> standingAt(Status status) {
        return judged -> judged.checkpoint().is(status);
    }
}
