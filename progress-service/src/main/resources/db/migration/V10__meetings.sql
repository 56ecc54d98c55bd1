-- Meetings of the advisory committee. They are public: numbers by kind of attendance, never who was there.
CREATE TABLE meeting (
    id         text        PRIMARY KEY,
    plan       text        NOT NULL REFERENCES known_plan,
    -- null only where its document states none; the day is in the id then
    no         int         CHECK (no > 0),
    held_at    timestamptz,
    ends_at    timestamptz,
    -- in Seoul; null where it is not stated
    held_on    date,
    place      text,
    -- a post, not a person
    chair      text,
    -- [{kind, count}]
    attendance jsonb       NOT NULL,
    agenda     jsonb       NOT NULL,
    -- ids of the frozen reports that were reviewed
    snapshots  jsonb       NOT NULL,
    note       text,
    -- {document, publishedOn}
    source     jsonb,
    version    bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (plan, no),
    CHECK (starts_with(id, plan || '-M')),
    CHECK (no IS NULL OR id = plan || '-M' || no),
    CHECK (held_at IS NULL OR held_on = (held_at AT TIME ZONE 'Asia/Seoul')::date),
    CHECK (ends_at IS NULL OR ends_at > held_at)
);
CREATE INDEX meeting_plan ON meeting (plan, id);

CREATE TABLE meeting_history (
    meeting      text        NOT NULL REFERENCES meeting,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_agency text,
    -- empty when it was registered
    changed      text[]      NOT NULL,
    -- all that was recorded of it from then on
    content      jsonb       NOT NULL,
    PRIMARY KEY (meeting, version)
);

ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_seen ON meeting FOR SELECT USING (true);
CREATE POLICY meeting_registered ON meeting FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY meeting_changed ON meeting FOR UPDATE USING ((SELECT caller_has('planner')));

ALTER TABLE meeting_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY meeting_history_seen ON meeting_history FOR SELECT USING ((SELECT caller_has('planner', 'auditor')));
CREATE POLICY meeting_history_written ON meeting_history FOR INSERT WITH CHECK (caller_has('planner'));

GRANT SELECT, INSERT,
    UPDATE (held_at, ends_at, held_on, place, chair, attendance, agenda, snapshots, note, source, version, changed_at)
    ON meeting TO ${app};
-- Read by its owner alone until there is an audit trail.
GRANT INSERT ON meeting_history TO ${app};
