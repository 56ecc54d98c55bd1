package kcs.progress.healthrule;

import java.util.List;

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

    /** Whether all three say the same as there. */
    public boolean saysAs(Standing other) {
        return declared == other.declared && assessed == other.assessed && derived == other.derived;
    }
}
