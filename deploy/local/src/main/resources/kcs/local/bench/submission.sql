-- What filing a checkpoint asks of the database, statement by statement, for pgbench.
\set n random({first}, {last})
\set no random(1000, 2000000000)
BEGIN;
SELECT set_config('kcs.roles', 'reporter', true), set_config('kcs.agency', 'MOTIE', true);
SELECT c.id, c.cycle, c.plan, c.period, c.task, c.agency, c.role, c.agency_then, c.status, c.due_on, c.locks_on, c.extended_due_on, c.returned_due_on, c.first_submitted_at, c.last_submitted_at, c.latest_no, c.accepted_no, c.accepted_percent, c.accepted_health, c.submitted_by, c.reason, c.version, c.changed_at, t.title AS task_title, t.visibility, t.participants, y.status AS cycle_status, y.guidance, EXISTS (SELECT FROM known_agency a WHERE a.code = c.agency AND a.reports AND a.status = 'ACTIVE') AS agency_reports
FROM checkpoint c JOIN known_task t ON t.code = c.task JOIN cycle y ON y.id = c.cycle
WHERE c.id = ANY (ARRAY['BENCH-ROUND-' || :n || '.{period}.MOTIE']) ORDER BY c.id FOR NO KEY UPDATE OF c;
UPDATE checkpoint SET status = 'SUBMITTED', extended_due_on = NULL, returned_due_on = NULL, first_submitted_at = now(),
    last_submitted_at = now(), latest_no = :no, accepted_no = NULL, accepted_percent = NULL, accepted_health = NULL,
    submitted_by = 'bench', reason = NULL, version = :no, changed_at = now() WHERE id = 'BENCH-ROUND-' || :n || '.{period}.MOTIE';
INSERT INTO checkpoint_history (checkpoint, version, agency, at, actor, actor_agency, action, from_status, to_status,
    submission_no, reason, comments)
VALUES ('BENCH-ROUND-' || :n || '.{period}.MOTIE', :no, 'MOTIE', now(), 'bench', 'MOTIE', 'SUBMITTED', 'OPEN', 'SUBMITTED', :no, NULL, '[]');
INSERT INTO submission (checkpoint, no, task, agency, kind, filed_by, percent_complete, declared_health, content,
    correction_reason, submitted_at, submitted_by, submitted_by_agency)
VALUES ('BENCH-ROUND-' || :n || '.{period}.MOTIE', :no, 'BENCH-ROUND-' || :n, 'MOTIE', 'PROGRESS', 'AGENCY', 40, 'ON_TRACK', '{content}', NULL, now(),
    'bench', 'MOTIE');
DELETE FROM draft WHERE checkpoint = 'BENCH-ROUND-' || :n || '.{period}.MOTIE';
SELECT set_config('kcs.roles', 'planner', true);
SELECT * FROM health WHERE task = ANY (ARRAY['BENCH-ROUND-' || :n]) ORDER BY task FOR NO KEY UPDATE;
SELECT known.code, known.plan, known.visibility, known.participants, known.status, known.starts_on,
    known.ends_on, known.milestones, asked.*, stated.*, said.assessed
FROM (SELECT current_date AS today, known_task.* FROM known_task WHERE code = ANY (ARRAY['BENCH-ROUND-' || :n])) AS known
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
    ORDER BY y.period_ends_on DESC, y.id DESC LIMIT 1) AS said ON true;
SELECT set_config('kcs.roles', 'reporter', true);
WITH next AS (
    INSERT INTO outbox_sequence AS s (aggregate, last) VALUES ('bench/' || :n, 1)
    ON CONFLICT (aggregate) DO UPDATE SET last = s.last + 1
    RETURNING aggregate, last)
INSERT INTO outbox (event_id, aggregate, epoch, sequence, key, type, subject, occurred_at, data, published_at)
SELECT gen_random_uuid(), next.aggregate, (SELECT epoch FROM outbox_epoch), next.last, 'bench', 'bench', 'bench', now(),
    decode(repeat('ab', 700), 'hex'), now() FROM next;
COMMIT;
