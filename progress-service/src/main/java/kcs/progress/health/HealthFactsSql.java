package kcs.progress.health;

/** The statement that reads what the health of tasks follows from. */
final class HealthFactsSql {

    /**
     * Today, then the codes of the tasks. One row for each, each part by an index on the task's own rows.
     *
     * <p>An agency's statement stands until a newer accepted one states something else: filing that there is nothing to
     * report takes nothing back. An assessment holds for its cycle: once a later cycle of the plan is closed, it speaks of
     * what is past.
     */
    static final String FACTS = """
            SELECT known.code, known.plan, known.visibility, known.participants, known.status, known.starts_on,
                known.ends_on, known.milestones, asked.*, stated.*, said.assessed
            FROM (SELECT ?::date AS today, known_task.* FROM known_task WHERE code = ANY (?)) AS known
            CROSS JOIN LATERAL (
                SELECT (array_agg(cycle ORDER BY ends DESC, cycle DESC))[1] AS newest_cycle,
                    count(*) FILTER (WHERE due AND is_open) AS due,
                    count(*) FILTER (WHERE due AND is_open AND unfiled) AS overdue,
                    max(period) FILTER (WHERE last) AS last_period,
                    count(*) FILTER (WHERE last) AS last_expected,
                    count(*) FILTER (WHERE last AND NOT unfiled) AS last_received,
                    count(*) FILTER (WHERE last AND accepted_no IS NOT NULL) AS last_accepted,
                    count(*) FILTER (WHERE last AND due) AS last_due,
                    count(*) FILTER (WHERE last AND due AND unfiled) AS last_missed
                FROM (
                    SELECT c.cycle, c.period, c.accepted_no, y.period_ends_on AS ends, y.status = 'OPEN' AS is_open,
                        c.first_submitted_at IS NULL AS unfiled,
                        greatest(c.due_on, c.extended_due_on) < known.today AS due,
                        y.status = 'CLOSED' AND y.id = first_value(y.id) OVER (
                            PARTITION BY y.status ORDER BY y.period_ends_on DESC, y.id DESC) AS last
                    FROM checkpoint c JOIN cycle y ON y.id = c.cycle
                    WHERE c.task = known.code AND c.status <> 'WAIVED') AS one) AS asked
            CROSS JOIN LATERAL (
                SELECT array_agg(newest.percent) FILTER (WHERE newest.percent IS NOT NULL) AS percents,
                    array_agg(newest.health) FILTER (WHERE newest.health IS NOT NULL) AS declared
                FROM (
                    SELECT (array_agg(c.accepted_percent ORDER BY y.period_ends_on DESC, y.id DESC)
                            FILTER (WHERE c.accepted_percent IS NOT NULL))[1] AS percent,
                        (array_agg(c.accepted_health ORDER BY y.period_ends_on DESC, y.id DESC)
                            FILTER (WHERE c.accepted_health IS NOT NULL))[1] AS health
                    FROM checkpoint c JOIN cycle y ON y.id = c.cycle
                    WHERE c.task = known.code AND c.accepted_no IS NOT NULL
                      AND known.reporting @> jsonb_build_array(jsonb_build_object('agency', c.agency))
                    GROUP BY c.agency) AS newest) AS stated
            LEFT JOIN LATERAL (
                SELECT a.health AS assessed
                FROM assessment a JOIN cycle y ON y.id = a.cycle
                WHERE a.task = known.code AND a.in_force
                  AND NOT EXISTS (SELECT FROM cycle later
                                  WHERE later.plan = known.plan AND later.status = 'CLOSED'
                                    AND (later.period_ends_on, later.id) > (y.period_ends_on, y.id))
                ORDER BY y.period_ends_on DESC, y.id DESC LIMIT 1) AS said ON true""";

    private HealthFactsSql() {}
}
