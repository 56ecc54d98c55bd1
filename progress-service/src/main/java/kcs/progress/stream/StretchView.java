package kcs.progress.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.FeedEntry;
import kcs.progress.dashboard.BoardAgency;
import kcs.progress.dashboard.BoardChange;
import kcs.progress.dashboard.BoardPlan;
import kcs.progress.dashboard.BoardTask;
import kcs.progress.dashboard.BoardView;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;

/**
 * Lines of the feed that are told in one go, with what they change as it is now. A plan whose counts several of them move
 * comes with the last of these; so does a task, where the lines themselves are not shown.
 */
final class StretchView {
    private final Board board;
    private final BoardView view;
    private final Map<String, FeedEntry> lastOfTask = new HashMap<>();
    private final Map<String, FeedEntry> lastOfPlan = new HashMap<>();

    /** @param told those that the audience is told of, in their order */
    StretchView(Board board, Audience audience, List<FeedEntry> told) {
        this.board = board;
        this.view = new BoardView(board, audience);
        for (FeedEntry entry : told) {
            lastOfTask.put(entry.taskCode(), entry);
            lastOfPlan.put(countingPlan(entry), entry);
        }
    }

    /** The plan of whose reporting round a line moves the counts; null where it moves none. */
    private String countingPlan(FeedEntry entry) {
        return switch (entry.noun()) {
            case FeedEntry.CYCLE -> board.cycle(entry.subject()).plan();
            case FeedEntry.CHECKPOINT, FeedEntry.HEALTH -> planOfTask(entry);
            case FeedEntry.TASK -> entry.changesWhoSeesIt() ? planOfTask(entry) : null;
            default -> null;
        };
    }

    private String planOfTask(FeedEntry entry) {
        TaskState task = board.task(entry.taskCode());
        return task == null ? null : task.plan();
    }

    /** Whether there is a message to it: a line that is not listed only brings states, and those come once. */
    boolean saysSomething(FeedEntry entry) {
        return entry.listed() || isLastOfTask(entry) || isLastOfPlan(entry);
    }

    private boolean isLastOfTask(FeedEntry entry) {
        return entry.taskCode() != null && lastOfTask.get(entry.taskCode()) == entry;
    }

    private boolean isLastOfPlan(FeedEntry entry) {
        String plan = countingPlan(entry);
        return plan != null && lastOfPlan.get(plan) == entry;
    }

    StreamMessage.Change change(FeedEntry entry) {
        String subject = entry.subject();
        BoardChange change = entry.listed() ? BoardChange.of(entry, board) : null;
        return switch (entry.noun()) {
            case FeedEntry.PLAN -> {
                BoardPlan plan = view.plan(board.plan(subject));
                yield new StreamMessage.Change(subject, null, change, null, null, plan);
            }
            case FeedEntry.AGENCY -> {
                BoardAgency agency =
                        BoardAgency.of(board.states().agencies().get(subject).state(), board.day());
                yield new StreamMessage.Change(subject, null, change, null, agency, null);
            }
            default ->
                new StreamMessage.Change(subject, entry.taskCode(), change, task(entry), null, countedWith(entry));
        };
    }

    StreamMessage.Gone gone(FeedEntry entry) {
        return new StreamMessage.Gone(entry.subject(), countedWith(entry));
    }

    private BoardTask task(FeedEntry entry) {
        boolean brought = entry.taskCode() != null && (entry.listed() || isLastOfTask(entry));
        return brought ? view.task(board.states().tasks().get(entry.taskCode())) : null;
    }

    /** The plan with its counts, where they are others with this line; a plan without a round has none. */
    private BoardPlan countedWith(FeedEntry entry) {
        PlanState plan = isLastOfPlan(entry) ? board.plan(countingPlan(entry)) : null;
        if (plan == null) {
            return null;
        }
        BoardPlan counted = view.plan(plan);
        boolean counts = !entry.isAbout(FeedEntry.TASK) || !counted.cycles().isEmpty();
        return counts ? counted : null;
    }
}
