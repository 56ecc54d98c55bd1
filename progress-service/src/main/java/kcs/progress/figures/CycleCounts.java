package kcs.progress.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;

/**
 * The figures of one cycle over the tasks that are seen.
 *
 * @param newest when the newest event happened that they follow from; null where there is no checkpoint
 * @param byTask what is owed for each task
 */
record CycleCounts(Tally tally, List<NextDue> nextDue, Instant newest, Map<String, TaskCheckpoints> byTask) {

    /** @param seen by the code of the task */
    static CycleCounts of(
            CycleState cycle, Collection<Dated<CheckpointState>> checkpoints, LocalDate day, Predicate<String> seen) {
        Tally tally = new Tally();
        List<JudgedCheckpoint> counted = new ArrayList<>();
        Map<String, List<JudgedCheckpoint>> byTask = new HashMap<>();
        Instant newest = null;
        for (Dated<CheckpointState> dated : checkpoints) {
            if (seen.test(dated.state().task())) {
                JudgedCheckpoint judged = JudgedCheckpoint.of(dated.state(), cycle, day);
                tally.add(judged);
                counted.add(judged);
                byTask.computeIfAbsent(dated.state().task(), any -> new ArrayList<>())
                        .add(judged);
                newest = later(newest, dated.changedAt());
            }
        }
        Map<String, TaskCheckpoints> owed = new HashMap<>();
        byTask.forEach((task, its) -> owed.put(task, TaskCheckpoints.of(cycle.id(), its)));
        return new CycleCounts(tally, NextDue.of(cycle, counted), newest, owed);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
