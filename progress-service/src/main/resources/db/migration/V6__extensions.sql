-- Requests for more time, and what became of them.
CREATE TABLE extension (
    id              uuid        PRIMARY KEY,
    checkpoint      text        NOT NULL REFERENCES checkpoint,
    cycle           text        NOT NULL,
    task            text        NOT NULL,
    agency          text        NOT NULL,
    status          text        NOT NULL CHECK (status IN ('ASKED', 'GRANTED', 'REFUSED')),
    wanted_until    date        NOT NULL,
    reason          text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    asked_by        text        NOT NULL,
    -- null where a planner asked for an agency without reporters
    asked_agency    text,
    -- what was granted, which need not be what was asked
    granted_until   date,
    decided_at      timestamptz,
    decided_by      text,
    decision_reason text,
    version         bigint      NOT NULL,
    -- the rows' policies go by the agency: it is that of its checkpoint
    CHECK (split_part(checkpoint, '.', 3) = agency),
    CHECK ((status = 'ASKED') = (decided_at IS NULL)),
    CHECK ((status = 'GRANTED') = (granted_until IS NOT NULL))
);
CREATE UNIQUE INDEX extension_pending ON extension (checkpoint) WHERE status = 'ASKED';
CREATE INDEX extension_checkpoint ON extension (checkpoint);
CREATE INDEX extension_cycle ON extension (cycle, asked_at);
CREATE INDEX extension_task ON extension (task, asked_at);
CREATE INDEX extension_agency ON extension (agency, asked_at);
CREATE INDEX extension_status ON extension (status, asked_at);

ALTER TABLE extension ENABLE ROW LEVEL SECURITY;
CREATE POLICY extension_seen ON extension FOR SELECT USING (
    caller_has('planner', 'auditor') OR caller_reports_for(agency));
CREATE POLICY extension_asked ON extension FOR INSERT WITH CHECK (
    status = 'ASKED' AND (caller_reports_for(agency) OR caller_has('planner') AND NOT agency_reports(agency)));
CREATE POLICY extension_decided ON extension FOR UPDATE USING (caller_has('planner'));

GRANT SELECT, INSERT, UPDATE (status, granted_until, decided_at, decided_by, decision_reason, version)
    ON extension TO ${app};
