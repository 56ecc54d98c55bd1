package kcs.progress.directory;

import java.util.HashMap;
import java.util.Map;

/**
 * What the newest events say of things, by their codes.
 *
 * @param health by the code of the task
 */
public record States(
        Map<String, Dated<TaskState>> tasks,
        Map<String, Dated<PlanState>> plans,
        Map<String, Dated<AgencyState>> agencies,
        Map<String, Dated<CycleState>> cycles,
        Returns checkpoints,
        Map<String, Dated<TaskHealth>> health) {

    /** None yet, to be filled. */
    public static States empty() {
        return new States(
                new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), Returns.empty(), new HashMap<>());
    }

    /** These, and what is newer in their place. */
    public States after(States newer) {
        return new States(
                merged(tasks, newer.tasks),
                merged(plans, newer.plans),
                merged(agencies, newer.agencies),
                merged(cycles, newer.cycles),
                checkpoints.after(newer.checkpoints),
                merged(health, newer.health));
    }

    private static <T> Map<String, T> merged(Map<String, T> known, Map<String, T> newer) {
        if (newer.isEmpty()) {
            return known;
        }
        Map<String, T> all = new HashMap<>(known);
        all.putAll(newer);
        return all;
    }
}
