package kcs.progress.directory;

import java.util.HashMap;
import java.util.Map;

/**
 * What the newest events say of things, by their codes.
 *
 * @param health by the code of the task
 * @param sight by which tasks these are seen
 */
public record States(
        Map<String, Dated<TaskState>> tasks,
        Map<String, Dated<PlanState>> plans,
        Map<String, Dated<AgencyState>> agencies,
        Map<String, Dated<CycleState>> cycles,
        Returns checkpoints,
        Map<String, Dated<TaskHealth>> health,
        Sight sight) {

    /**
     * Stands for who may see which task. It is another one as soon as a task comes or others may see one: what was counted
     * over the tasks that somebody sees holds as long as it is the same, and asking that costs nothing.
     */
    public static final class Sight {
        private Sight after(Map<String, Dated<TaskState>> known, Map<String, Dated<TaskState>> newer) {
            boolean same = newer.entrySet().stream().allMatch(entry -> {
                Dated<TaskState> before = known.get(entry.getKey());
                return before != null
                        && before.state().seenLike(entry.getValue().state());
            });
            return same ? this : new Sight();
        }
    }

    /** None yet, to be filled. */
    public static States empty() {
        return new States(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                Returns.empty(),
                new HashMap<>(),
                new Sight());
    }

    /** These, and what is newer in their place. */
    public States after(States newer) {
        return new States(
                merged(tasks, newer.tasks),
                merged(plans, newer.plans),
                merged(agencies, newer.agencies),
                merged(cycles, newer.cycles),
                checkpoints.after(newer.checkpoints),
                merged(health, newer.health),
                sight.after(tasks, newer.tasks));
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
