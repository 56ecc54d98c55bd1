package kcs.progress.reports;

import java.util.List;
import java.util.Map;
import kcs.progress.audience.Audience;
import kcs.progress.directory.CycleState;
import kcs.progress.directory.PlanState;
import kcs.progress.figures.JudgedCheckpoint;
import kcs.progress.told.Moment;

/**
 * What of a plan a report is made from, as it stood at the moment.
 *
 * @param period null for the whole plan
 * @param cycles those of the period, or all
 * @param tasks those that the audience sees, by their codes
 * @param health by the code of the task
 */
record Material(
        Moment moment,
        Audience audience,
        String period,
        PlanState plan,
        List<CycleState> cycles,
        Map<String, TaskThen> tasks,
        Map<String, HealthThen> health) {

    boolean sees(CheckpointThen checkpoint) {
        return tasks.containsKey(checkpoint.task());
    }

    boolean isOfItsCycles(CheckpointThen checkpoint) {
        return cycles.stream().anyMatch(cycle -> cycle.id().equals(checkpoint.cycle()));
    }

    /** Whether a checkpoint was in time on the day of the report. */
    JudgedCheckpoint judged(CheckpointThen checkpoint) {
        CycleState its = cycles.stream()
                .filter(cycle -> cycle.id().equals(checkpoint.cycle()))
                .findFirst()
                .orElseThrow();
        return judged(checkpoint, its);
    }

    /** The same where its cycle is at hand. */
    JudgedCheckpoint judged(CheckpointThen checkpoint, CycleState its) {
        return JudgedCheckpoint.of(checkpoint.state(plan.code()), its, moment.day());
    }
}
