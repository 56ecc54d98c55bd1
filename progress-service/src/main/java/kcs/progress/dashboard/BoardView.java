package kcs.progress.dashboard;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kcs.progress.directory.Dated;
import kcs.progress.directory.FeedEntry;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.TaskState;

/** A board as one audience sees it: what is hidden is in no list, no count and no time. */
final class BoardView {
    private static final Comparator<TaskState> BY_PLACE = Comparator.comparing(TaskState::plan)
            .thenComparingInt(TaskState::no)
            .thenComparing(TaskState::code);

    private final Board board;
    private final Audience audience;
    private final Set<String> stale;

    /** Only what is asked for is sorted and counted: most lines of the feed are about one task. */
    private List<Dated<TaskState>> tasks;

    private Map<String, List<TaskState>> byPlan;

    BoardView(Board board, Audience audience) {
        this.board = board;
        this.audience = audience;
        this.stale = Set.copyOf(board.troubles().stale());
    }

    private List<Dated<TaskState>> tasks() {
        if (tasks == null) {
            tasks = board.tasks().values().stream()
                    .filter(task -> audience.sees(task.state()))
                    .sorted(Comparator.comparing(Dated::state, BY_PLACE))
                    .toList();
        }
        return tasks;
    }

    private List<TaskState> tasksOf(String plan) {
        if (byPlan == null) {
            byPlan = tasks().stream().map(Dated::state).collect(Collectors.groupingBy(TaskState::plan));
        }
        return byPlan.getOrDefault(plan, List.of());
    }

    /** @param changes the latest ones that the audience sees, newest first */
    Dashboard dashboard(List<FeedEntry> changes) {
        Instant newest = newest();
        Dashboard.Freshness freshness = new Dashboard.Freshness(
                newest,
                seen(board.troubles().gaps()).size(),
                seen(board.troubles().parked()).size(),
                seen(board.troubles().stale()).stream().map(BoardView::subject).toList());
        return new Dashboard(
                board.cursor().toString(),
                newest,
                freshness,
                sorted(board.plans()).map(this::plan).toList(),
                sorted(board.agencies())
                        .map(agency -> BoardAgency.of(agency, board.day()))
                        .toList(),
                tasks().stream().map(this::task).toList(),
                changes.stream()
                        .map(entry -> BoardChange.of(entry, board.cursor().generation()))
                        .toList());
    }

    BoardPlan plan(PlanState plan) {
        return BoardPlan.of(plan, tasksOf(plan.code()));
    }

    BoardTask task(Dated<TaskState> task) {
        return BoardTask.of(
                task, stale.contains(FeedEntry.TASK + "/" + task.state().code()));
    }

    private Instant newest() {
        return Stream.of(tasks(), board.plans().values(), board.agencies().values())
                .flatMap(Collection::stream)
                .map(Dated::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Troubles of what the audience sees; one of a task that is not known could be of a hidden one. */
    private List<String> seen(List<String> aggregates) {
        return aggregates.stream().filter(this::sees).toList();
    }

    private boolean sees(String aggregate) {
        if (!aggregate.startsWith(FeedEntry.TASK + "/")) {
            return true;
        }
        TaskState task = board.task(subject(aggregate));
        return task == null ? audience.equals(Audience.GOVERNMENT) : audience.sees(task);
    }

    private static String subject(String aggregate) {
        return aggregate.substring(aggregate.indexOf('/') + 1);
    }

    private static <T> Stream<T> sorted(Map<String, Dated<T>> states) {
        return new TreeMap<>(states).values().stream().map(Dated::state);
    }
}
