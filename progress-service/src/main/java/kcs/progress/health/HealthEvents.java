package kcs.progress.health;

import java.time.Instant;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.progress.healthrule.HealthState;
import kcs.progress.healthrule.Reason;
import kcs.progress.healthrule.Standing;

/** What the others are told of the health of a task: the change, and the full state after it. */
final class HealthEvents {

    private HealthEvents() {}

    /** @param changed what readers are told else than before: voices, and how much is done */
    private record Data(Transition transition, List<String> changed, State health) {}

    /** From one headline to another or the same; null where the task has no health. */
    private record Transition(HealthState from, HealthState to, String reason, String actorAgency) {}

    private record State(
            String task,
            String plan,
            String visibility,
            List<String> participants,
            HealthState headline,
            HealthState declared,
            HealthState assessed,
            HealthState derived,
            boolean disagreement,
            List<Reason> reasons,
            Integer percentComplete,
            String cycle,
            Instant since,
            HealthState previous,
            String previousVisibility,
            long version) {}

    static OutboxEvent changed(Examined task, Health after, String reason, Caller actor) {
        Standing standing = after.standing();
        State state = new State(
                task.task(),
                task.plan(),
                task.visibility(),
                task.participants(),
                standing.headline(),
                standing.declared(),
                standing.assessed(),
                standing.derived(),
                standing.disagreement(),
                standing.reasons(),
                standing.percentComplete(),
                standing.cycle(),
                after.since(),
                after.previous(),
                after.previousVisibility(),
                after.version());
        Standing before = task.kept().standing();
        Transition transition = new Transition(before.headline(), standing.headline(), reason, actor.agency());
        Data data = new Data(transition, standing.differencesFrom(before), state);
        return new OutboxEvent("task/" + task.task(), task.task(), "task.health-changed", task.task(), data);
    }
}
