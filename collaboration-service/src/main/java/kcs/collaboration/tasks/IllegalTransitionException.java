package kcs.collaboration.tasks;

import java.util.Set;
import java.util.TreeSet;
import kcs.chassis.problem.ProblemException;

/** A task cannot go from where it stands to where it was sent; the answer says where it can go. */
class IllegalTransitionException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final String message;

    IllegalTransitionException(TaskStatus from, TaskStatus to, Set<TaskStatus> allowed) {
        super(409, "illegal-transition", from, to);
        with("allowed", new TreeSet<>(allowed));
        this.message = "a task cannot move from " + from + " to " + to;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
