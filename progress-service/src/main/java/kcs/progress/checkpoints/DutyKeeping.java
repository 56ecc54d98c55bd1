package kcs.progress.checkpoints;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.Outbox;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.sql.Sql;
import kcs.progress.directory.TaskStatus;
import kcs.progress.health.HealthKeeper;
import kcs.progress.known.TaskTold;
import kcs.progress.known.TasksTold;

/** What a change of tasks does to what is expected of their agencies, in the transaction that learned of it. */
@Singleton
class DutyKeeping {
    private static final Caller ACTOR = Caller.system("inbox");

    /** Shown to agencies in place of a reason that nobody wrote. */
    private static final String LEFT = "이 과제의 협업기관이 아님 (no longer takes part)";

    /** A cycle that is just being opened is waited for: it has seen these tasks or these see it. */
    private static final String CYCLES =
            "SELECT id FROM cycle WHERE plan = ANY (?) AND status <> 'CLOSED' ORDER BY id FOR SHARE";

    /** What was missed in a closed cycle stays missed. */
    private static final String NOT_EXPECTED = """
            SELECT c.id FROM checkpoint c JOIN known_task t ON t.code = c.task JOIN cycle y ON y.id = c.cycle
            WHERE c.task = ANY (?)
              AND (c.status = 'RETURNED' OR c.status = 'OPEN' AND y.status = 'OPEN')
              AND (t.status IN ('ON_HOLD', 'DISCONTINUED')
                   OR NOT t.reporting @> jsonb_build_array(jsonb_build_object('agency', c.agency)))""";

    private final Sql sql;
    private final CheckpointStore store;
    private final CheckpointMaking making;
    private final HealthKeeper health;
    private final Outbox outbox;
    private final Clock clock;

    DutyKeeping(
            Sql sql, CheckpointStore store, CheckpointMaking making, HealthKeeper health, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.making = making;
        this.health = health;
        this.outbox = outbox;
        this.clock = clock;
    }

    void follow(@Observes TasksTold told) {
        Map<String, TaskTold> tasks = new HashMap<>();
        told.tasks().forEach(task -> tasks.put(task.task(), task));
        List<String> cycles = sql.list(CYCLES, row -> row.getString(1), (Object) plans(told));
        List<OutboxEvent> events = new ArrayList<>(waive(tasks));
        if (!cycles.isEmpty()) {
            events.addAll(making.make(cycles, ACTOR));
        }
        events.addAll(health.refresh(tasks.keySet(), ACTOR, null));
        outbox.append(events);
    }

    private static String[] plans(TasksTold told) {
        return told.tasks().stream().map(TaskTold::plan).distinct().toArray(String[]::new);
    }

    private List<OutboxEvent> waive(Map<String, TaskTold> tasks) {
        Collection<String> ids = sql.list(
                NOT_EXPECTED, row -> row.getString(1), (Object) tasks.keySet().toArray(String[]::new));
        Instant now = clock.instant();
        List<OutboxEvent> events = new ArrayList<>();
        for (Checkpoint checkpoint : store.forChange(ids)) {
            CheckpointStatus status = checkpoint.status();
            if (status.canMoveTo(CheckpointStatus.WAIVED)) {
                String why = reason(tasks.get(checkpoint.duty().task()));
                events.add(store.keep(checkpoint, checkpoint.waive(why, now), ACTOR));
            }
        }
        return events;
    }

    private static String reason(TaskTold task) {
        boolean stopped = task.status() == TaskStatus.ON_HOLD || task.status() == TaskStatus.DISCONTINUED;
        if (!stopped) {
            return LEFT;
        }
        return task.reason() == null ? task.status().name() : task.reason();
    }
}
