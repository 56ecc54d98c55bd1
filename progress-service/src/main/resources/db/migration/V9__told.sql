-- What was told, and when: every event of the three services with the state after it. It is what reports answer from for
-- any past instant, and outlives the projection. Nothing in it is ever changed.
CREATE TABLE told (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid        NOT NULL UNIQUE,
    kind         text        NOT NULL,
    code         text        NOT NULL,
    epoch        bigint      NOT NULL,
    sequence     bigint      NOT NULL,
    type         text        NOT NULL,
    at           timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    -- The owner's time, unless the event came much later than that: then the time that it came at. An answer for an
    -- instant that nothing can be late for any more never changes.
    counts_from  timestamptz NOT NULL,
    -- empty for what belongs to no plan: agencies
    plan         text        NOT NULL,
    cycle        text,
    task         text,
    agency       text,
    visibility   text        NOT NULL CHECK (visibility IN ('PUBLIC', 'GOVERNMENT')),
    participants text[]      NOT NULL,
    state        jsonb       NOT NULL,
    -- the rest of what the event said: the transition, what changed
    detail       jsonb       NOT NULL
);

-- The newest of each thing of a plan.
CREATE INDEX told_newest ON told (kind, plan, code, epoch DESC, sequence DESC);
CREATE INDEX told_of_cycle ON told (cycle, code, epoch DESC, sequence DESC) WHERE kind = 'CHECKPOINT';
CREATE INDEX told_of_task ON told (task, counts_from);
CREATE INDEX told_until ON told (counts_from DESC, seq DESC);

-- What was told before this table was there counts from its owner's time: when it came is not known any more.
CREATE TABLE told_since (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    at       timestamptz NOT NULL
);
INSERT INTO told_since (at) VALUES (now());

ALTER TABLE told ENABLE ROW LEVEL SECURITY;
CREATE POLICY told_seen ON told FOR SELECT USING (
    visibility = 'PUBLIC' OR (SELECT caller_has('planner', 'committee', 'auditor')) OR caller_takes_part(participants));
CREATE POLICY told_written ON told FOR INSERT WITH CHECK (caller_has('planner'));

GRANT SELECT, INSERT ON told TO ${app};
GRANT SELECT ON told_since TO ${app};
