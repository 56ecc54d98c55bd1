package kcs.progress.opinions;

import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.chassis.problem.ProblemException;

/** Who may do what to an opinion, by the table "Who may do what". The rows' own policies say the same once more. */
final class OpinionRights {

    private OpinionRights() {}

    /** Whether a caller answers for the agency: its own reporters, or planners where it has none. */
    private static boolean answers(Caller caller, Opinion.Addressee addressee) {
        boolean own = caller.is(Role.REPORTER) && addressee.code().equals(caller.agency());
        return own || caller.is(Role.PLANNER) && !addressee.reports();
    }

    static boolean may(Caller caller, Opinion opinion, OpinionStatus to) {
        return switch (to) {
            case ANSWERED -> answers(caller, opinion.given().addressedTo());
            // Whether an answer is enough is for those to say who asked.
            case OPEN -> caller.is(Role.COMMITTEE);
            case CLOSED -> caller.is(Role.COMMITTEE, Role.PLANNER);
        };
    }

    /** @throws ProblemException 403 to whoever may not make this move, legal or not */
    static void require(Caller caller, Opinion opinion, OpinionStatus to) {
        if (!may(caller, opinion, to)) {
            throw ProblemException.forbidden();
        }
    }

    /** @throws ProblemException 403 to whoever may make no move at all, before it is read which is wanted */
    static void requireAny(Caller caller, Opinion opinion) {
        for (OpinionStatus to : OpinionStatus.values()) {
            if (may(caller, opinion, to)) {
                return;
            }
        }
        throw ProblemException.forbidden();
    }

    /** Where a caller may move it. */
    static List<OpinionStatus> allowed(Caller caller, Opinion opinion) {
        return opinion.standing().status().next().stream()
                .filter(to -> may(caller, opinion, to))
                .sorted()
                .toList();
    }

    /** Whether a caller is told who it was. */
    static boolean tellsWho(Caller caller) {
        return caller.is(Role.PLANNER, Role.AUDITOR);
    }
}
