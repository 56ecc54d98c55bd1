package kcs.progress.audience;

import java.util.Collection;
import java.util.Set;
import kcs.chassis.identity.Caller;
import kcs.chassis.identity.Role;
import kcs.progress.board.FeedEntry;
import kcs.progress.directory.TaskState;
import kcs.progress.directory.Visibility;

/**
 * For whom the dashboard is made, by the table "Who may do what": who belongs to one audience sees the very same. The one
 * place that decides what of the dashboard is seen.
 *
 * @param kind how much
 * @param agency whose tasks besides the public ones; null unless the kind is AGENCY
 */
public record Audience(Kind kind, String agency) {

    /** How much an audience sees. */
    public enum Kind {
        /** Public tasks; an administrator sees no more. */
        PUBLIC,
        /** Public tasks, and those that one agency takes part in. */
        AGENCY,
        /** All tasks. */
        GOVERNMENT
    }

    public static final Audience PUBLIC = new Audience(Kind.PUBLIC, null);
    public static final Audience GOVERNMENT = new Audience(Kind.GOVERNMENT, null);

    /** The audience that a caller belongs to. */
    public static Audience of(Caller caller) {
        if (caller.is(Role.PLANNER, Role.COMMITTEE, Role.AUDITOR)) {
            return GOVERNMENT;
        }
        if (caller.is(Role.REPORTER) && caller.agency() != null) {
            return new Audience(Kind.AGENCY, caller.agency());
        }
        return PUBLIC;
    }

    /**
     * Whether a task is seen. Asked for thousands of checkpoints at once: who takes part is looked up only where it
     * matters.
     */
    public boolean sees(TaskState task) {
        return sees(task.visibility(), Set.of()) || kind == Kind.AGENCY && sees(task.visibility(), task.participants());
    }

    /**
     * Whether a line of the feed is shown: what it tells of is seen as it was then and, if it is a task or of one, as that
     * is now.
     *
     * @param now the task as it is; null where the line is about none
     */
    public boolean sees(FeedEntry entry, TaskState now) {
        return sawAfter(entry) && (entry.taskCode() == null || now != null && sees(now));
    }

    /** Whether a change took a task out of sight. */
    public boolean loses(FeedEntry entry) {
        return entry.isAbout(FeedEntry.TASK)
                && entry.visibilityBefore() != null
                && sees(entry.visibilityBefore(), entry.participantsBefore())
                && !sawAfter(entry);
    }

    private boolean sawAfter(FeedEntry entry) {
        return sees(entry.visibility(), entry.participants());
    }

    /** Whether a task is seen that has this visibility and these agencies taking part. */
    public boolean sees(Visibility visibility, Collection<String> participants) {
        return switch (kind) {
            case GOVERNMENT -> true;
            case AGENCY -> visibility == Visibility.PUBLIC || participants.contains(agency);
            case PUBLIC -> visibility == Visibility.PUBLIC;
        };
    }
}
