package kcs.progress.healthrule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the three voices say of a task, with what the derived one is reckoned from.
 *
 * @param declared worst of what the agencies' newest accepted submissions declare; null where none declares anything
 * @param assessed what a planner said of the task for the newest cycle that was assessed; null where nobody did
 * @param derived by {@link HealthRule}; null where the task has no health
 * @param figures null where the task has no health
 * @param cycle the newest cycle that asked something of the task; null where there is none
 */
public record Standing(
        HealthState declared,
        HealthState assessed,
        HealthState derived,
        List<Reason> reasons,
        Figures figures,
        String cycle) {

    /** Of a task that has not begun, or was given up. */
    public static final Standing NONE = new Standing(null, null, null, List.of(), null, null);

    /** What counts: assessed, else declared, else derived; null where the task has no health. */
    public HealthState headline() {
        if (assessed != null) {
            return assessed;
        }
        return declared != null ? declared : derived;
    }

    /** Whether two of those that are stated differ. */
    public boolean disagreement() {
        return differ(declared, derived) || differ(assessed, derived) || differ(assessed, declared);
    }

    private static boolean differ(HealthState one, HealthState other) {
        return one != null && other != null && one != other;
    }

    /** Mean of what the agencies stated; null where none did, or the task has no health. */
    public Integer percentComplete() {
        return figures == null ? null : figures.percentComplete();
    }

    /** Whether nothing is different there of what readers are told: the three voices, and how much is done. */
    public boolean saysAs(Standing other) {
        return differencesFrom(other).isEmpty();
    }

    /** What is different there of what readers are told, by the names that it is told by. */
    public List<String> differencesFrom(Standing other) {
        List<String> different = new ArrayList<>();
        if (declared != other.declared) {
            different.add("declared");
        }
        if (assessed != other.assessed) {
            different.add("assessed");
        }
        if (derived != other.derived) {
            different.add("derived");
        }
        if (!Objects.equals(percentComplete(), other.percentComplete())) {
            different.add("percentComplete");
        }
        return different;
    }
}
