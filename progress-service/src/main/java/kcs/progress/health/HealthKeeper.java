package kcs.progress.health;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.time.Seoul;
import kcs.progress.healthrule.HealthRule;

/** Keeps the health of tasks in step with what it follows from. */
@Singleton
public class HealthKeeper {
    private final HealthStore store;
    private final HealthRule rule;
    private final Clock clock;

    HealthKeeper(HealthStore store, HealthRule rule, Clock clock) {
        this.store = store;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Reckons the health of these tasks anew, all at once, in the transaction that changed what it follows from. Where a
     * voice says something else than before, or another percentage is complete, that is a version, a line of history and
     * an event; the reasons and other figures behind the same words are kept silently. The tasks' health stays locked until
     * the transaction ends: after checkpoints, before the outbox.
     *
     * @param tasks their codes; a code that nobody knows is passed over
     * @param reason why somebody did what the change follows from, to be read by whoever may see the task; may be null
     * @return the events, for the caller to append last together with its own
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<OutboxEvent> refresh(Collection<String> tasks, Caller actor, String reason) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        LocalDate today = Seoul.today(clock);
        List<Examined> examined = examine(tasks, today);
        // Only now: whoever asked for an instant before has been answered, see health_version_at.
        Instant now = clock.instant();
        List<HealthStore.Change> changes = new ArrayList<>();
        List<OutboxEvent> events = new ArrayList<>();
        for (Examined task : examined) {
            Health before = task.kept();
            if (before == null) {
                continue;
            }
            Health after = before.with(task.standing(rule, today), task.visibility(), now);
            boolean moved = after.version() > before.version();
            if (moved) {
                events.add(HealthEvents.changed(task, after, reason, actor));
            }
            if (moved || !after.standing().equals(before.standing()) || isOfAnotherDay(before, today)) {
                changes.add(new HealthStore.Change(after, moved, task.visibility()));
            }
        }
        if (!changes.isEmpty()) {
            store.keep(changes, rule.printed().version(), actor, reason);
        }
        return events;
    }

    private List<Examined> examine(Collection<String> tasks, LocalDate today) {
        List<Examined> examined = store.examine(tasks, today);
        List<String> beginning =
                examined.stream().filter(Examined::begins).map(Examined::task).toList();
        if (beginning.isEmpty()) {
            return examined;
        }
        store.begin(beginning, clock.instant());
        return store.examine(tasks, today);
    }

    private static boolean isOfAnotherDay(Health health, LocalDate today) {
        return !today.equals(LocalDate.ofInstant(health.reckonedAt(), Seoul.ZONE));
    }
}
