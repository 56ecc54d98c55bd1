package kcs.progress.cycles;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;
import kcs.progress.checkpoints.CheckpointMaking;
import kcs.progress.health.HealthKeeper;

/** Opens and closes a locked cycle with all that follows, in the transaction at hand; whoever it was that asked. */
@Singleton
class CycleTurn {
    private static final String TASKS = "SELECT DISTINCT task FROM checkpoint WHERE cycle = ?";

    private final CycleStore cycles;
    private final CheckpointMaking making;
    private final HealthKeeper health;
    private final Sql sql;
    private final Clock clock;

    CycleTurn(CycleStore cycles, CheckpointMaking making, HealthKeeper health, Sql sql, Clock clock) {
        this.cycles = cycles;
        this.making = making;
        this.health = health;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the events that tell of it, to be appended last */
    List<OutboxEvent> turn(Cycle cycle, CycleStatus to, String reason, Caller actor) {
        Cycle.Moved moved = cycle.moveTo(to, clock);
        List<OutboxEvent> events = new ArrayList<>();
        events.add(cycles.keep(cycle, CycleStore.Line.moved(moved, reason), actor));
        if (to == CycleStatus.OPEN) {
            events.addAll(making.make(List.of(cycle.id()), actor));
        }
        if (changesHealth(cycle)) {
            List<String> tasks = sql.list(TASKS, row -> row.getString(1), cycle.id());
            events.addAll(health.refresh(tasks, actor, null));
        }
        return events;
    }

    /** What is not due yet says nothing about any task. */
    private boolean changesHealth(Cycle cycle) {
        return cycle.status() == CycleStatus.CLOSED
                || cycle.dates().due().dueOn().isBefore(Seoul.today(clock));
    }
}
