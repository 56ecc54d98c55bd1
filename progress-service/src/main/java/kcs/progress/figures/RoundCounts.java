package kcs.progress.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskState;

/**
 * The figures of the reporting round on a day, over the tasks that are seen: looked through once, asked for by plan and by
 * task.
 */
public final class RoundCounts {
    private static final Comparator<CycleState> NEWEST_LAST =
            Comparator.comparing(CycleState::periodStartsOn).thenComparing(CycleState::id);

    private final Map<String, List<CycleState>> cyclesByPlan = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byPlan = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byCycle = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byTask = new HashMap<>();

    /**
     * @param states the cycles and checkpoints that are counted
     * @param day in Seoul, on which it is judged what is in time
     * @param seen by the code of the task
     */
    public RoundCounts(States states, LocalDate day, Predicate<String> seen) {
        for (Dated<CycleState> dated : states.cycles().values()) {
            add(cyclesByPlan, dated.state().plan(), dated.state());
        }
        cyclesByPlan.values().forEach(cycles -> cycles.sort(NEWEST_LAST));
        for (Dated<CheckpointState> dated : states.checkpoints().values()) {
            if (seen.test(dated.state().task())) {
                JudgedCheckpoint judged = JudgedCheckpoint.of(dated.state(), states, day);
                add(byPlan, dated.state().plan(), judged);
                add(byCycle, dated.state().cycle(), judged);
                add(byTask, dated.state().task(), judged);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> into, String key, T value) {
        into.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    /** The cycles of a plan, the newest period last. */
    public List<CycleState> cycles(String plan) {
        return Collections.unmodifiableList(cyclesByPlan.getOrDefault(plan, List.of()));
    }

    /** What of a cycle has come in. */
    public CycleProgress progress(CycleState cycle) {
        return CycleProgress.of(of(cycle));
    }

    /** How reliably each agency files in time, over all cycles of a plan. */
    public List<OnTimeRate> onTime(String plan) {
        return OnTimeRate.of(byPlan.getOrDefault(plan, List.of()));
    }

    /** What is awaited in a plan, by its day: the next first. */
    public List<NextDue> nextDue(String plan) {
        return cycles(plan).stream()
                .flatMap(cycle -> NextDue.of(cycle, of(cycle)).stream())
                .sorted(NextDue.SOONEST_FIRST)
                .toList();
    }

    /**
     * What the agencies of a task owe; null where no cycle of its plan is open, or the newest that is asks nothing for the
     * task.
     */
    public TaskCheckpoints of(TaskState task) {
        CycleState open = null;
        for (CycleState cycle : cycles(task.plan())) {
            open = cycle.status() == CycleState.Status.OPEN ? cycle : open;
        }
        if (open == null) {
            return null;
        }
        String id = open.id();
        List<JudgedCheckpoint> its = byTask.getOrDefault(task.code(), List.of()).stream()
                .filter(judged -> judged.checkpoint().cycle().equals(id))
                .toList();
        return its.isEmpty() ? null : TaskCheckpoints.of(id, its);
    }

    private List<JudgedCheckpoint> of(CycleState cycle) {
        return byCycle.getOrDefault(cycle.id(), List.of());
    }
}
