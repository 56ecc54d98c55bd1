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
import kcs.progress.audience.Audience;
import kcs.progress.board.Board;
import kcs.progress.board.FeedEntry;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.PlanState;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskHealth;
import kcs.progress.directory.TaskState;
import kcs.progress.figures.RoundCounts;

/** A board as one audience sees it: what is hidden is in no list, no count and no time. */
public final class BoardView {
    private static final Comparator<TaskState> BY_PLACE = Comparator.comparing(TaskState::plan)
            .thenComparingInt(TaskState::no)
            .thenComparing(TaskState::code);

    private final Board board;
    private final Audience audience;
    private final Set<String> stale;

    /** Only what is asked for is sorted and counted: most lines of the feed are about one task. */
    private List<Dated<TaskState>> tasks;

    private Map<String, List<TaskState>> byPlan;
    private RoundCounts round;

    public BoardView(Board board, Audience audience) {
        this.board = board;
        this.audience = audience;
        this.stale = Set.copyOf(board.troubles().stale());
    }

    private List<Dated<TaskState>> tasks() {
        if (tasks == null) {
            tasks = board.states().tasks().values().stream()
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

    private RoundCounts round() {
        if (round == null) {
            round = new RoundCounts(board.states(), board.day(), audience, this::seesTask);
        }
        return round;
    }

    /**
     * The dashboard, whole.
     *
     * @param changes the latest ones that the audience sees, newest first
     * @param demonstration whether the stack plays a year for show
     */
    Dashboard dashboard(List<FeedEntry> changes, boolean demonstration) {
        Instant newest = newest();
        Dashboard.Freshness freshness = new Dashboard.Freshness(
                newest,
                seen(board.troubles().gaps()).size(),
                seen(board.troubles().parked()).size(),
                seen(board.troubles().stale()).stream().map(BoardView::subject).toList());
        return new Dashboard(
                board.cursor().toString(),
                newest,
                board.day(),
                demonstration,
                freshness,
                sorted(board.states().plans()).map(this::plan).toList(),
                sorted(board.states().agencies())
                        .map(agency -> BoardAgency.of(agency, board.day()))
                        .toList(),
                tasks().stream().map(this::task).toList(),
                changes.stream().map(entry -> BoardChange.of(entry, board)).toList());
    }

    /** A plan, with its counts. */
    public BoardPlan plan(PlanState plan) {
        List<TaskState> its = tasksOf(plan.code());
        List<TaskHealth> health = its.stream()
                .map(task -> board.health(task.code()))
                .filter(Objects::nonNull)
                .toList();
        return BoardPlan.of(plan, its, health, round());
    }

    /** A task, with its health and what is owed for it. */
    public BoardTask task(Dated<TaskState> dated) {
        TaskState task = dated.state();
        TaskHealth health = board.health(task.code());
        return BoardTask.of(
                dated,
                stale.contains(FeedEntry.TASK + "/" + task.code()),
                health == null ? null : BoardHealth.of(health, task.participants(), audience),
                round().of(task));
    }

    private Instant newest() {
        States states = board.states();
        Stream<Dated<TaskHealth>> health = states.health().values().stream()
                .filter(it -> seesTask(it.state().task()));
        Stream<Dated<?>> others = Stream.of(
                        tasks(),
                        states.plans().values(),
                        states.agencies().values(),
                        states.cycles().values())
                .flatMap(Collection::stream);
        return Stream.concat(
                        Stream.concat(others, health).map(Dated::changedAt).filter(Objects::nonNull), round().newest())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Troubles of what the audience sees; one of a task that is not known could be of a hidden one. */
    private List<String> seen(List<String> aggregates) {
        return aggregates.stream().filter(this::sees).toList();
    }

    /** A record that does not say what it is about tells nothing of anything. */
    private boolean sees(String aggregate) {
        String noun = aggregate.substring(0, Math.max(0, aggregate.indexOf('/')));
        return audience.equals(Audience.GOVERNMENT)
                || switch (noun) {
                    case "", FeedEntry.PLAN, FeedEntry.AGENCY, FeedEntry.CYCLE -> true;
                    case FeedEntry.TASK -> seesTask(subject(aggregate));
                    case FeedEntry.CHECKPOINT -> {
                        CheckpointState checkpoint = board.checkpoint(subject(aggregate));
                        yield checkpoint != null && seesTask(checkpoint.task());
                    }
                    default -> false;
                };
    }

    private boolean seesTask(String code) {
        TaskState task = board.task(code);
        return task != null && audience.sees(task);
    }

    private static String subject(String aggregate) {
        return aggregate.substring(aggregate.indexOf('/') + 1);
    }

    private static <T> Stream<T> sorted(Map<String, Dated<T>> states) {
        return new TreeMap<>(states).values().stream().map(Dated::state);
    }
}
