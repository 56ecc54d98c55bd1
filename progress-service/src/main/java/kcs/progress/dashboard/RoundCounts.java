package kcs.progress.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.TaskState;

/** The figures of the reporting round on the board's day, over the tasks that are seen: looked through once. */
final class RoundCounts {
    private static final Comparator<CycleState> NEWEST_LAST =
            Comparator.comparing(CycleState::periodStartsOn).thenComparing(CycleState::id);

    private final Map<String, List<CycleState>> cyclesByPlan = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byPlan = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byCycle = new HashMap<>();
    private final Map<String, List<JudgedCheckpoint>> byTask = new HashMap<>();

    /** @param seen by the code of the task */
    RoundCounts(Board board, Predicate<String> seen) {
        for (Dated<CycleState> dated : board.states().cycles().values()) {
            add(cyclesByPlan, dated.state().plan(), dated.state());
        }
        cyclesByPlan.values().forEach(cycles -> cycles.sort(NEWEST_LAST));
        for (Dated<CheckpointState> dated : board.states().checkpoints().values()) {
            if (seen.test(dated.state().task())) {
                JudgedCheckpoint judged = board.judged(dated.state());
                add(byPlan, dated.state().plan(), judged);
                add(byCycle, dated.state().cycle(), judged);
                add(byTask, dated.state().task(), judged);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> into, String key, T value) {
        into.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    List<BoardCycle> cycles(String plan) {
        return cyclesOf(plan).stream()
                .map(cycle -> BoardCycle.of(cycle, of(cycle)))
                .toList();
    }

    List<OnTimeRate> onTime(String plan) {
        return OnTimeRate.of(byPlan.getOrDefault(plan, List.of()));
    }

    List<NextDue> nextDue(String plan) {
        return cyclesOf(plan).stream()
                .flatMap(cycle -> NextDue.of(cycle, of(cycle)).stream())
                .sorted(NextDue.SOONEST_FIRST)
                .toList();
    }

    /** Null where no cycle of its plan is open, or the newest that is asks nothing for the task. */
    TaskCheckpoints of(TaskState task) {
        CycleState open = null;
        for (CycleState cycle : cyclesOf(task.plan())) {
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

    private List<CycleState> cyclesOf(String plan) {
        return cyclesByPlan.getOrDefault(plan, List.of());
    }

    private List<JudgedCheckpoint> of(CycleState cycle) {
        return byCycle.getOrDefault(cycle.id(), List.of());
    }
}
