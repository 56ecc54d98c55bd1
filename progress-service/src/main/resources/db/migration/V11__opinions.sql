-- What the advisory committee advises, on a task or on the whole, and what the agency that is addressed makes of it.
CREATE TABLE opinion (
    id               uuid        PRIMARY KEY,
    plan             text        NOT NULL REFERENCES known_plan,
    -- null where it was given at none
    meeting          text        REFERENCES meeting,
    -- null where it is on the whole
    task             text        REFERENCES known_task,
    addressed_to     text        NOT NULL,
    text             text        NOT NULL,
    status           text        NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'CLOSED')),
    given_at         timestamptz NOT NULL,
    given_by         text        NOT NULL,
    -- the answer that stands; one that was sent back is in the history
    answer           text,
    answered_at      timestamptz,
    answered_by      text,
    -- null where a planner answered for an agency without reporters
    answered_agency  text,
    -- why the last answer was sent back, until there is another
    sent_back_reason text,
    closing_reason   text,
    closed_at        timestamptz,
    closed_by        text,
    version          bigint      NOT NULL,
    changed_at       timestamptz NOT NULL,
    CHECK (status <> 'OPEN' OR answer IS NULL),
    CHECK (status <> 'ANSWERED' OR answer IS NOT NULL),
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK ((status = 'CLOSED') = (closing_reason IS NOT NULL))
);
CREATE INDEX opinion_plan ON opinion (plan, given_at);
CREATE INDEX opinion_meeting ON opinion (meeting, given_at);
CREATE INDEX opinion_task ON opinion (task, given_at);
CREATE INDEX opinion_agency ON opinion (addressed_to, given_at);
CREATE INDEX opinion_status ON opinion (status, given_at);
-- For worklists: hardly any of all there ever were.
CREATE INDEX opinion_waiting ON opinion (status, addressed_to) WHERE status <> 'CLOSED';

-- Every step, each answer that was ever given among them.
CREATE TABLE opinion_history (
    opinion      uuid        NOT NULL REFERENCES opinion,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_agency text,
    from_status  text,
    to_status    text        NOT NULL,
    -- of an answer its text; null when the opinion was given
    reason       text,
    PRIMARY KEY (opinion, version)
);

-- An agency that is addressed sees what it is asked also when it has left the task since.
ALTER TABLE opinion ENABLE ROW LEVEL SECURITY;
CREATE POLICY opinion_seen ON opinion FOR SELECT USING (
    (SELECT caller_has('planner', 'committee', 'auditor'))
    OR caller_reports_for(addressed_to)
    OR ((SELECT caller_has('reporter'))
        AND EXISTS (SELECT FROM known_task
                    WHERE code = opinion.task AND (visibility = 'PUBLIC' OR caller_takes_part(participants)))));
CREATE POLICY opinion_given ON opinion FOR INSERT WITH CHECK (status = 'OPEN' AND caller_has('committee'));
CREATE POLICY opinion_moved ON opinion FOR UPDATE
    USING ((SELECT caller_has('planner', 'committee')) OR caller_reports_for(addressed_to))
    WITH CHECK (
        CASE status
            WHEN 'ANSWERED' THEN
                caller_reports_for(addressed_to) OR caller_has('planner') AND NOT agency_reports(addressed_to)
            WHEN 'OPEN' THEN caller_has('committee')
            ELSE caller_has('planner', 'committee')
        END);

ALTER TABLE opinion_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY opinion_history_seen ON opinion_history FOR SELECT USING (
    EXISTS (SELECT FROM opinion WHERE id = opinion_history.opinion));
CREATE POLICY opinion_history_written ON opinion_history FOR INSERT WITH CHECK (
    CASE to_status
        WHEN 'ANSWERED' THEN EXISTS (
            SELECT FROM opinion
            WHERE id = opinion_history.opinion
              AND (caller_reports_for(addressed_to) OR caller_has('planner') AND NOT agency_reports(addressed_to)))
        WHEN 'OPEN' THEN caller_has('committee')
        ELSE caller_has('planner', 'committee')
    END);

GRANT SELECT, INSERT,
    UPDATE (status, answer, answered_at, answered_by, answered_agency, sent_back_reason, closing_reason, closed_at,
        closed_by, version, changed_at)
    ON opinion TO ${app};
GRANT SELECT, INSERT ON opinion_history TO ${app};
