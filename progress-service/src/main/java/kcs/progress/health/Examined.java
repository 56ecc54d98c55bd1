package kcs.progress.health;

import java.time.LocalDate;
import java.util.List;
import kcs.progress.healthrule.HealthFacts;
import kcs.progress.healthrule.HealthRule;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Standing;

/**
 * What the health of a task follows from, read while it is locked.
 *
 * @param visibility PUBLIC or GOVERNMENT
 * @param participants codes of the agencies that take part now
 * @param declared what the agencies declare that report now
 * @param assessed null where nobody assessed the task
 * @param cycle the newest cycle that asked something of the task; null where there is none
 * @param kept null where the task never had health
 */
record Examined(
        String task,
        String plan,
        String visibility,
        List<String> participants,
        HealthFacts facts,
        List<HealthState> declared,
        HealthState assessed,
        String cycle,
        Health kept) {

    /** Whether the task has health now and never had any. */
    boolean begins() {
        return kept == null && HealthRule.appliesTo(facts.status());
    }

    Standing standing(HealthRule rule, LocalDate today) {
        if (!HealthRule.appliesTo(facts.status())) {
            return Standing.NONE;
        }
        HealthRule.Derived derived = rule.reckon(facts, today);
        return new Standing(
                HealthState.worst(declared).orElse(null),
                assessed,
                derived.state(),
                derived.reasons(),
                derived.figures(),
                cycle);
    }
}
