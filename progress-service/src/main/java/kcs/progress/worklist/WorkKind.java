package kcs.progress.worklist;

import java.util.EnumSet;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;

/** What somebody owes or must decide; in the order in which a list shows what is of one day. */
enum WorkKind {
    /** A planner decides on a request for more time. */
    EXTENSION_ASKED,
    /** A planner reviews. */
    SUBMITTED,
    /** Planners file it by proxy: the agency has no reporters, or is no more. */
    UNASSIGNED,
    /** An agency was to be reminded by mail, and none of its contacts has an address. */
    UNADDRESSED,
    /** The agency's to file; its due day has passed. */
    OVERDUE,
    /** Came back for revision; stands in the lists of both sides. */
    RETURNED,
    /** The agency's to file. */
    DUE,
    /** Planners wait for an agency whose due day has passed; it may be that it cannot file any more. */
    MISSING,
    /** An opinion of the committee that the agency is to answer, or planners where it has no reporters. */
    OPINION_OPEN,
    /** The committee or a planner looks whether the answer is enough. */
    OPINION_ANSWERED;

    private static final Set<WorkKind> OF_REPORTERS = EnumSet.of(OVERDUE, RETURNED, DUE, OPINION_OPEN);
    private static final Set<WorkKind> OF_PLANNERS = EnumSet.of(
            EXTENSION_ASKED, SUBMITTED, UNASSIGNED, UNADDRESSED, RETURNED, MISSING, OPINION_OPEN, OPINION_ANSWERED);

    /** The kinds that a caller's list can hold. */
    static Set<WorkKind> of(Caller caller) {
        Set<WorkKind> kinds = EnumSet.noneOf(WorkKind.class);
        if (caller.is(Role.REPORTER) && caller.agency() != null) {
            kinds.addAll(OF_REPORTERS);
        }
        if (caller.is(Role.PLANNER)) {
            kinds.addAll(OF_PLANNERS);
        }
        if (caller.is(Role.COMMITTEE)) {
            kinds.add(OPINION_ANSWERED);
        }
        return kinds;
    }
}
