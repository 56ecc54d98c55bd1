package kcs.progress.checkpoints;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kcs.chassis.identity.Caller;
import kcs.chassis.outbox.OutboxEvent;
import kcs.chassis.sql.Sql;
import kcs.chassis.time.Seoul;

/**
 * Makes what a cycle expects: a checkpoint for every task in progress and agency that reports on it. Set by set, and each
 * once, however often it is asked and by whom.
 */
@Singleton
public class CheckpointMaking {

    /**
     * The agency is kept as it is called today: a later name does not change what was expected of whom. In the order of
     * the indexes, where neighbours then share their pages; whoever makes the same at once makes the same ids.
     */
    private static final String MAKE = """
            WITH agency AS (
                SELECT a.code, (SELECT name FROM jsonb_array_elements(a.names) AS name
                                WHERE name ->> 'validFrom' IS NULL OR (name ->> 'validFrom')::date <= ?
                                ORDER BY (name ->> 'validFrom')::date DESC NULLS LAST LIMIT 1)
                               || jsonb_build_object('parent', a.parent) AS agency_then
                FROM known_agency a),
            c AS (
                INSERT INTO checkpoint (id, cycle, plan, period, task, agency, role, agency_then, status, due_on, locks_on,
                    version, changed_at)
                SELECT t.code || '.' || y.period || '.' || part.agency, y.id, y.plan, y.period, t.code, part.agency,
                    part.role, coalesce(agency.agency_then, jsonb_build_object('name', jsonb_build_object('ko', part.agency))),
                    'OPEN', y.due_on, y.locks_on, 0, ?
                FROM cycle y
                JOIN known_task t ON t.plan = y.plan AND t.status = 'IN_PROGRESS'
                CROSS JOIN LATERAL jsonb_to_recordset(t.reporting) AS part (agency text, role text)
                LEFT JOIN agency ON agency.code = part.agency
                WHERE y.id = ANY (?) AND y.status = 'OPEN'
                ORDER BY t.code, part.agency
                ON CONFLICT (id) DO NOTHING
                RETURNING *)
            SELECT %s FROM c JOIN known_task t ON t.code = c.task JOIN cycle y ON y.id = c.cycle""".formatted(CheckpointRows.COLUMNS);

    private final Sql sql;
    private final CheckpointRows rows;
    private final Clock clock;

    CheckpointMaking(Sql sql, CheckpointRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Makes what is missing in cycles that are open.
     *
     * @return the events that tell of it
     */
    public List<OutboxEvent> make(List<String> cycles, Caller actor) {
        Instant now = clock.instant();
        List<Checkpoint> made = sql.list(MAKE, rows::checkpoint, Seoul.dayOf(now), now, cycles.toArray(String[]::new));
        List<OutboxEvent> events = new ArrayList<>(made.size());
        made.forEach(checkpoint -> events.add(CheckpointEvents.opened(checkpoint, actor)));
        return events;
    }
}
