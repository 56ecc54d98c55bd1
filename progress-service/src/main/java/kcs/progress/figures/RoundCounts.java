package kcs.progress.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;
import kcs.progress.directory.States;
import kcs.progress.directory.TaskState;

/**
 * The figures of the reporting round on a day, over the tasks that are seen, asked for by plan and by task. Reckoned cycle
 * by cycle: where nothing of a cycle has changed, what was reckoned before holds.
 */
public final class RoundCounts {
    private static final Comparator<CycleState> NEWEST_LAST =
            Comparator.comparing(CycleState::periodStartsOn).thenComparing(CycleState::id);

    private final Map<String, List<CycleState>> cyclesByPlan = new HashMap<>();
    private final States states;
    private final LocalDate day;
    private final Object audience;
    private final Predicate<String> seen;

    /** What the figures of a cycle follow from besides its checkpoints. */
    private record Premises(CycleState cycle, LocalDate day, Object audience, States.Sight sight) {}

    /**
     * @param states the cycles and checkpoints that are counted
     * @param day in Seoul, on which it is judged what is in time
     * @param audience who sees; together with the tasks it decides what is seen
     * @param seen by the code of the task
     */
    public RoundCounts(States states, LocalDate day, Object audience, Predicate<String> seen) {
        this.states = states;
        this.day = day;
        this.audience = audience;
        this.seen = seen;
        for (Dated<CycleState> dated : states.cycles().values()) {
            cyclesByPlan
                    .computeIfAbsent(dated.state().plan(), any -> new ArrayList<>())
                    .add(dated.state());
        }
        cyclesByPlan.values().forEach(cycles -> cycles.sort(NEWEST_LAST));
    }

    private CycleCounts of(CycleState cycle) {
        return states.checkpoints()
                .of(cycle.id())
                .reckon(
                        new Premises(cycle, day, audience, states.sight()),
                        premises -> CycleCounts.of(
                                cycle, states.checkpoints().of(cycle.id()).states(), day, seen));
    }

    /** The cycles of a plan, the newest period last. */
    public List<CycleState> cycles(String plan) {
        return Collections.unmodifiableList(cyclesByPlan.getOrDefault(plan, List.of()));
    }

    /** What of a cycle has come in. */
    public CycleProgress progress(CycleState cycle) {
        return of(cycle).tally().progress();
    }

    /** How much is complete by what was accepted in a cycle, 0 to 100; null where that is not known. */
    public Integer percentComplete(CycleState cycle) {
        return of(cycle).percentComplete();
    }

    /** How reliably each agency files in time, over all cycles of a plan. */
    public List<OnTimeRate> onTime(String plan) {
        Tally all = new Tally();
        cycles(plan).forEach(cycle -> all.add(of(cycle).tally()));
        return all.onTime();
    }

    /** What is awaited in a plan, by its day: the next first. */
    public List<NextDue> nextDue(String plan) {
        return cycles(plan).stream()
                .flatMap(cycle -> of(cycle).nextDue().stream())
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
        return open == null ? null : of(open).byTask().get(task.code());
    }

    /** When the checkpoints that are seen changed last, one instant for each cycle that has some. */
    public Stream<Instant> newest() {
        return states.cycles().values().stream()
                .map(cycle -> of(cycle.state()).newest())
                .filter(Objects::nonNull);
    }
}
