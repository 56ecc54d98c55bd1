package kcs.progress.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import kcs.progress.directory.CheckpointState;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.Dated;

/**
 * The figures of one cycle over the tasks that are seen.
 *
 * @param percentComplete mean of what was accepted, rounded; null where nothing was stated, or not of all is it known
 * @param newest when the newest event happened that they follow from; null where there is no checkpoint
 * @param byTask what is owed for each task
 */
record CycleCounts(
        Tally tally,
        Integer percentComplete,
        List<NextDue> nextDue,
        Instant newest,
        Map<String, TaskCheckpoints> byTask) {

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
        return new CycleCounts(tally, complete(counted), NextDue.of(cycle, counted), newest, owed);
    }

    /** A mean of some would pass for one of all: where an acceptance was told before percentages were, there is none. */
    private static Integer complete(List<JudgedCheckpoint> counted) {
        List<CheckpointState> accepted = counted.stream()
                .map(JudgedCheckpoint::checkpoint)
                .filter(checkpoint -> checkpoint.acceptedNo() != null)
                .toList();
        if (accepted.stream().anyMatch(checkpoint -> checkpoint.accepted() == null)) {
            return null;
        }
        OptionalDouble mean = accepted.stream()
                .map(checkpoint -> checkpoint.accepted().percentComplete())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return mean.isEmpty() ? null : (int) Math.round(mean.getAsDouble());
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
