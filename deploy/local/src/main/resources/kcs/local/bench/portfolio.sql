-- What a portfolio of four cycles asks of the database, statement by statement, for pgbench.
BEGIN;
SELECT set_config('kcs.roles', 'planner', true), set_config('kcs.agency', '', true);
SELECT coalesce(max(seq), 0) AS head FROM told \gset
SELECT event_id, counts_from FROM told WHERE counts_from <= now() AND seq <= :head ORDER BY counts_from DESC, seq DESC LIMIT 1;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'MEETING' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'PLAN' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'TASK' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'CYCLE' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'HEALTH' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, task, agency, state ->> 'role' AS role, state ->> 'status' AS status, state ->> 'dueOn' AS due_on,
    state ->> 'extendedDueOn' AS extended_due_on, state ->> 'returnedDueOn' AS returned_due_on,
    state ->> 'locksOn' AS locks_on, state ->> 'firstSubmittedOn' AS first_submitted_on,
    (state ->> 'lastSubmittedAt')::timestamptz AS last_submitted_at, state ->> 'acceptedNo' AS accepted_no
    FROM told WHERE kind = 'CHECKPOINT' AND cycle = '{plan}-2040-01' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, task, agency, state ->> 'role' AS role, state ->> 'status' AS status, state ->> 'dueOn' AS due_on,
    state ->> 'extendedDueOn' AS extended_due_on, state ->> 'returnedDueOn' AS returned_due_on,
    state ->> 'locksOn' AS locks_on, state ->> 'firstSubmittedOn' AS first_submitted_on,
    (state ->> 'lastSubmittedAt')::timestamptz AS last_submitted_at, state ->> 'acceptedNo' AS accepted_no
    FROM told WHERE kind = 'CHECKPOINT' AND cycle = '{plan}-2040-02' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, task, agency, state ->> 'role' AS role, state ->> 'status' AS status, state ->> 'dueOn' AS due_on,
    state ->> 'extendedDueOn' AS extended_due_on, state ->> 'returnedDueOn' AS returned_due_on,
    state ->> 'locksOn' AS locks_on, state ->> 'firstSubmittedOn' AS first_submitted_on,
    (state ->> 'lastSubmittedAt')::timestamptz AS last_submitted_at, state ->> 'acceptedNo' AS accepted_no
    FROM told WHERE kind = 'CHECKPOINT' AND cycle = '{plan}-2040-03' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, task, agency, state ->> 'role' AS role, state ->> 'status' AS status, state ->> 'dueOn' AS due_on,
    state ->> 'extendedDueOn' AS extended_due_on, state ->> 'returnedDueOn' AS returned_due_on,
    state ->> 'locksOn' AS locks_on, state ->> 'firstSubmittedOn' AS first_submitted_on,
    (state ->> 'lastSubmittedAt')::timestamptz AS last_submitted_at, state ->> 'acceptedNo' AS accepted_no
    FROM told WHERE kind = 'CHECKPOINT' AND cycle = '{plan}-2040-04' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT a.task, a.agency, a.period, m.value ->> 'indicator' AS indicator,
    (m.value ->> 'value')::numeric AS measured, m.value ->> 'measuredOn' AS measured_on
FROM (
    SELECT DISTINCT ON (code) code, task, agency, state ->> 'period' AS period, (state ->> 'acceptedNo')::int AS accepted_no
    FROM told WHERE kind = 'CHECKPOINT' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC) AS a
JOIN submission s ON s.checkpoint = a.code AND s.no = a.accepted_no
CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'measurements') AS m;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'OPINION' AND plan = '{plan}' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
SELECT DISTINCT ON (code) code, event_id, state FROM told WHERE kind = 'AGENCY' AND plan = '' AND (counts_from <= now() AND seq <= :head) IS TRUE
    ORDER BY code, epoch DESC, sequence DESC;
COMMIT;
