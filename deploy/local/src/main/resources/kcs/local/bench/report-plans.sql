-- Two plans to report on, made of what was told of the round: {small} with {tasks} tasks, {large} with all of them. Each has
-- its own cycles, all past their due day; of three checkpoints two came in and were accepted, the third never came.
CREATE TEMP TABLE bench_plan AS
SELECT * FROM (VALUES ('{small}', {tasks}, {smallCycles}), ('{large}', {allTasks}, {largeCycles})) AS made (plan, tasks, cycles);

CREATE TEMP TABLE bench_told AS
SELECT t.*, split_part(coalesce(t.task, t.code), '{round}-', 2) AS no FROM told t
WHERE t.plan = '{round}' AND t.kind IN ('PLAN', 'TASK', 'HEALTH')
    OR t.kind IN ('CYCLE', 'CHECKPOINT') AND t.plan = '{round}' AND coalesce(t.cycle, t.code) = '{round}-{period}'
        AND t.sequence = (SELECT min(o.sequence) FROM told o WHERE o.kind = t.kind AND o.plan = t.plan AND o.code = t.code)
    OR t.kind = 'CYCLE' AND t.plan = '{round}' AND t.code = '{round}-{period}';

INSERT INTO told (event_id, kind, code, epoch, sequence, type, at, recorded_at, counts_from, plan, cycle, task, agency,
    visibility, participants, state, detail)
SELECT gen_random_uuid(), t.kind, replace(t.code, '{round}', p.plan), t.epoch, t.sequence, t.type, t.at, t.recorded_at,
    t.counts_from, p.plan, NULL, replace(t.task, '{round}', p.plan), t.agency, t.visibility, t.participants,
    replace(t.state::text, '{round}', p.plan)::jsonb, t.detail
FROM bench_told t CROSS JOIN bench_plan p
WHERE t.kind = 'PLAN' OR t.kind IN ('TASK', 'HEALTH') AND split_part(t.no, '.', 1)::int < {first} + p.tasks
ORDER BY p.plan, t.seq;

INSERT INTO told (event_id, kind, code, epoch, sequence, type, at, recorded_at, counts_from, plan, cycle, task, agency,
    visibility, participants, state, detail)
SELECT gen_random_uuid(), t.kind, replace(replace(t.code, '{round}', p.plan), '{period}', c.period), t.epoch,
    t.sequence + step.further, t.type, t.at, t.recorded_at, t.counts_from, p.plan,
    replace(replace(t.cycle, '{round}', p.plan), '{period}', c.period), replace(t.task, '{round}', p.plan), t.agency,
    t.visibility, t.participants,
    replace(replace(t.state::text, '{round}', p.plan), '{period}', c.period)::jsonb
        || jsonb_build_object('dueOn', current_date - 60, 'locksOn', current_date - 30)
        || CASE step.further WHEN 0 THEN '{}' ELSE jsonb_build_object('status', 'ACCEPTED', 'acceptedNo', 1, 'latestNo', 1,
            'firstSubmittedOn', current_date - 63, 'firstSubmittedAt', now() - interval '63 days',
            'lastSubmittedAt', now() - interval '63 days') END,
    t.detail
FROM bench_told t
CROSS JOIN bench_plan p
CROSS JOIN LATERAL (SELECT to_char(date '2040-01-01' + make_interval(months => n), 'YYYY-MM') AS period
    FROM generate_series(0, p.cycles - 1) AS n) AS c
CROSS JOIN (VALUES (0), (1000)) AS step (further)
WHERE t.kind = 'CYCLE' AND step.further = 0
    OR t.kind = 'CHECKPOINT' AND split_part(t.no, '.', 1)::int < {first} + p.tasks
        AND (step.further = 0 OR split_part(t.no, '.', 1)::int % 3 > 0)
ORDER BY p.plan, c.period, step.further, t.seq;

DROP TABLE bench_told, bench_plan;
ANALYZE told;
