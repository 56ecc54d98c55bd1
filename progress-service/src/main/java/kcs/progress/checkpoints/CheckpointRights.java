package kcs.progress.checkpoints;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.problem.ProblemException;
import kcs.chassis.time.Seoul;

/** Who may do what to a checkpoint, by the table "Who may do what". The rows' own policies say the same once more. */
@Singleton
public class CheckpointRights {
    private final Clock clock;

    CheckpointRights(Clock clock) {
        this.clock = clock;
    }

    /** Whether a caller files for the agency: its own reporters, or planners where it has none. */
    public static boolean files(Caller caller, Duty duty) {
        return filesForOwn(caller, duty) || caller.is(Role.PLANNER) && !duty.agencyReports();
    }

    private static boolean filesForOwn(Caller caller, Duty duty) {
        return caller.is(Role.REPORTER) && duty.agency().equals(caller.agency());
    }

    /** Whether what a caller files is filed as a proxy. */
    public static boolean byProxy(Caller caller, Duty duty) {
        return !filesForOwn(caller, duty);
    }

    /**
     * @throws ProblemException 403 when the caller does not file for the agency
     */
    public static void requireFiling(Caller caller, Duty duty) {
        if (!files(caller, duty)) {
            throw ProblemException.forbidden();
        }
    }

    /** Whether a caller is told why something was returned or corrected. */
    static boolean tellsWhy(Caller caller, Duty duty) {
        return caller.is(Role.PLANNER, Role.AUDITOR) || filesForOwn(caller, duty);
    }

    /** A checkpoint as it is shown to a caller by itself. */
    public CheckpointView view(Checkpoint checkpoint, Caller caller) {
        return view(checkpoint, caller, null);
    }

    /** @param draftSavedAt when its draft was saved last, empty where there is none; null where that is not asked */
    CheckpointView view(Checkpoint checkpoint, Caller caller, Optional<Instant> draftSavedAt) {
        return CheckpointView.of(
                checkpoint,
                Seoul.today(clock),
                caller,
                checkpoint.duty().guidance(),
                allowed(checkpoint, caller),
                draftSavedAt);
    }

    /** Whether a caller may accept it or return it now: nobody reviews what they filed themselves. */
    static boolean mayReview(Caller caller, Checkpoint checkpoint) {
        return checkpoint.status() == CheckpointStatus.SUBMITTED
                && caller.is(Role.PLANNER)
                && !caller.subject().equals(checkpoint.filed().by());
    }

    private List<CheckpointStatus> allowed(Checkpoint checkpoint, Caller caller) {
        Set<CheckpointStatus> allowed = EnumSet.noneOf(CheckpointStatus.class);
        CheckpointStatus status = checkpoint.status();
        if (files(caller, checkpoint.duty())) {
            boolean taken = status == CheckpointStatus.ACCEPTED || checkpoint.isTakenOn(Seoul.today(clock));
            if (status == CheckpointStatus.SUBMITTED) {
                allowed.add(checkpoint.beforeFiling());
            } else if (status.canMoveTo(CheckpointStatus.SUBMITTED) && taken) {
                allowed.add(CheckpointStatus.SUBMITTED);
            }
        }
        if (mayReview(caller, checkpoint)) {
            allowed.add(CheckpointStatus.ACCEPTED);
            allowed.add(CheckpointStatus.RETURNED);
        }
        return List.copyOf(allowed);
    }
}
