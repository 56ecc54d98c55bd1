-- The reporting round: cycles, and what each agency returns for each task in them. Owned here, never dropped.

-- Who asks (settings kcs.roles, kcs.agency of the transaction). Nobody, where nobody said so: policies fail closed.
-- Policies for reading ask for the roles in a SELECT of its own: once for a statement and not for each row; and where it
-- is inlined the planner takes it to hold for hardly any row, and joins all of them in a loop.
CREATE FUNCTION caller_has(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT string_to_array(coalesce(current_setting('kcs.roles', true), ''), ',') && wanted $$;

CREATE FUNCTION caller_reports_for(agency text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT caller_has('reporter') AND agency = nullif(current_setting('kcs.agency', true), '') $$;

CREATE FUNCTION caller_takes_part(participants text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT caller_has('reporter')
      AND participants @> ARRAY [coalesce(nullif(current_setting('kcs.agency', true), ''), '?')] $$;

-- What the round needs to know of plans, agencies and tasks, as their owners' newest events tell. Unlike the board this
-- copy stays when the projection is made anew: rights are decided by it, and a duty that was made is not made again.
CREATE TABLE known_plan (
    code     text   PRIMARY KEY,
    title    jsonb  NOT NULL,
    epoch    bigint NOT NULL,
    sequence bigint NOT NULL
);

CREATE TABLE known_agency (
    code     text    PRIMARY KEY,
    names    jsonb   NOT NULL,
    parent   text,
    reports  boolean NOT NULL,
    status   text    NOT NULL,
    epoch    bigint  NOT NULL,
    sequence bigint  NOT NULL
);

CREATE TABLE known_task (
    code         text   PRIMARY KEY,
    plan         text   NOT NULL,
    title        jsonb  NOT NULL,
    visibility   text   NOT NULL CHECK (visibility IN ('PUBLIC', 'GOVERNMENT')),
    participants text[] NOT NULL,
    -- [{agency, role}] of those that report now: LEAD and PARTNER
    reporting    jsonb  NOT NULL,
    status       text   NOT NULL,
    starts_on    date,
    ends_on      date,
    milestones   jsonb  NOT NULL,
    indicators   jsonb  NOT NULL,
    epoch        bigint NOT NULL,
    sequence     bigint NOT NULL
);
CREATE INDEX known_task_plan ON known_task (plan, status);

-- Plans and agencies are public. Rights are decided by what stands here: only what comes from their owners is written.
ALTER TABLE known_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY known_plan_seen ON known_plan FOR SELECT USING (true);
CREATE POLICY known_plan_told ON known_plan FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY known_plan_retold ON known_plan FOR UPDATE USING (caller_has('planner'));

ALTER TABLE known_agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY known_agency_seen ON known_agency FOR SELECT USING (true);
CREATE POLICY known_agency_told ON known_agency FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY known_agency_retold ON known_agency FOR UPDATE USING (caller_has('planner'));

ALTER TABLE known_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY known_task_seen ON known_task FOR SELECT USING (
    visibility = 'PUBLIC' OR (SELECT caller_has('planner', 'committee', 'auditor')) OR caller_takes_part(participants));
CREATE POLICY known_task_told ON known_task FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY known_task_retold ON known_task FOR UPDATE USING (caller_has('planner'));

CREATE FUNCTION agency_reports(wanted text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce((SELECT reports AND status = 'ACTIVE' FROM known_agency WHERE code = wanted), false) $$;

-- Cycles are public.
CREATE TABLE cycle (
    id               text        PRIMARY KEY CHECK (id = plan || '-' || period),
    plan             text        NOT NULL REFERENCES known_plan,
    period           text        NOT NULL,
    period_starts_on date        NOT NULL,
    period_ends_on   date        NOT NULL,
    opens_on         date        NOT NULL,
    nominal_due_on   date        NOT NULL,
    due_on           date        NOT NULL,
    due_derivation   jsonb       NOT NULL,
    locks_on         date        NOT NULL,
    guidance         text,
    status           text        NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'CLOSED')),
    version          bigint      NOT NULL,
    changed_at       timestamptz NOT NULL,
    CHECK (opens_on <= nominal_due_on AND nominal_due_on <= locks_on AND nominal_due_on <= due_on)
);
CREATE INDEX cycle_plan ON cycle (plan, period_ends_on);
CREATE INDEX cycle_unfinished ON cycle (status, id) WHERE status <> 'CLOSED';

CREATE TABLE cycle_history (
    cycle        text        NOT NULL REFERENCES cycle,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_agency text,
    from_status  text,
    to_status    text,
    reason       text,
    changed      text[]      NOT NULL,
    PRIMARY KEY (cycle, version)
);

ALTER TABLE cycle ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_seen ON cycle FOR SELECT USING (true);
CREATE POLICY cycle_planned ON cycle FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY cycle_changed ON cycle FOR UPDATE USING (caller_has('planner'));

ALTER TABLE cycle_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY cycle_history_seen ON cycle_history FOR SELECT USING (true);
CREATE POLICY cycle_history_written ON cycle_history FOR INSERT WITH CHECK (caller_has('planner'));

-- One agency's return for one task in one cycle. The texts are in its submissions; what stands here is what lists, dates
-- and health are reckoned from.
CREATE TABLE checkpoint (
    id                 text        PRIMARY KEY CHECK (id = task || '.' || period || '.' || agency),
    cycle              text        NOT NULL REFERENCES cycle,
    plan               text        NOT NULL,
    period             text        NOT NULL,
    task               text        NOT NULL REFERENCES known_task,
    agency             text        NOT NULL,
    role               text        NOT NULL CHECK (role IN ('LEAD', 'PARTNER')),
    -- the agency as it was called, and to whom it belonged, when the checkpoint was made
    agency_then        jsonb       NOT NULL,
    status             text        NOT NULL CHECK (status IN ('OPEN', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WAIVED')),
    due_on             date        NOT NULL,
    locks_on           date        NOT NULL,
    extended_due_on    date,
    returned_due_on    date,
    first_submitted_at timestamptz,
    first_submitted_on date GENERATED ALWAYS AS ((first_submitted_at AT TIME ZONE 'Asia/Seoul')::date) STORED,
    last_submitted_at  timestamptz,
    latest_no          int,
    accepted_no        int,
    accepted_percent   int,
    accepted_health    text,
    submitted_by       text,
    -- why it stands where it stands: of a return, a correction, a waiver
    reason             text,
    version            bigint      NOT NULL,
    changed_at         timestamptz NOT NULL,
    -- how it was filed; null until it is, and when it is waived. What is not filed yet changes with the day.
    filed              text GENERATED ALWAYS AS (CASE
                           WHEN status = 'WAIVED' OR first_submitted_at IS NULL THEN NULL
                           WHEN (first_submitted_at AT TIME ZONE 'Asia/Seoul')::date <= greatest(due_on, extended_due_on) THEN 'ON_TIME'
                           ELSE 'LATE' END) STORED,
    UNIQUE (cycle, task, agency),
    CHECK (status <> 'ACCEPTED' OR accepted_no IS NOT NULL),
    CHECK (status <> 'SUBMITTED' OR latest_no IS NOT NULL),
    CHECK (status <> 'RETURNED' OR returned_due_on IS NOT NULL)
);
CREATE INDEX checkpoint_task ON checkpoint (task, id);
CREATE INDEX checkpoint_agency ON checkpoint (agency, status, id);
CREATE INDEX checkpoint_waiting ON checkpoint (status, id) WHERE status IN ('SUBMITTED', 'RETURNED');
CREATE INDEX checkpoint_filed ON checkpoint (filed, id) WHERE filed IS NOT NULL;
CREATE INDEX checkpoint_unfiled ON checkpoint (due_on, id) WHERE first_submitted_at IS NULL AND status <> 'WAIVED';

ALTER TABLE checkpoint ENABLE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_seen ON checkpoint FOR SELECT USING (
    (SELECT caller_has('planner', 'committee', 'auditor'))
    OR caller_reports_for(agency)
    OR ((SELECT caller_has('reporter'))
        AND EXISTS (SELECT FROM known_task WHERE code = checkpoint.task AND caller_takes_part(participants))));
CREATE POLICY checkpoint_made ON checkpoint FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY checkpoint_changed ON checkpoint FOR UPDATE
    USING (caller_has('planner') OR caller_reports_for(agency));

-- Every version that was filed, added to and never changed but for the mark that it was accepted.
CREATE TABLE submission (
    checkpoint          text        NOT NULL REFERENCES checkpoint,
    no                  int         NOT NULL CHECK (no > 0),
    task                text        NOT NULL,
    agency              text        NOT NULL,
    kind                text        NOT NULL CHECK (kind IN ('PROGRESS', 'NOTHING_TO_REPORT', 'NOT_APPLICABLE')),
    filed_by            text        NOT NULL CHECK (filed_by IN ('AGENCY', 'PROXY')),
    percent_complete    int         CHECK (percent_complete BETWEEN 0 AND 100),
    declared_health     text,
    -- all of what was filed
    content             jsonb       NOT NULL,
    -- why what was accepted is corrected; null unless it is
    correction_reason   text,
    submitted_at        timestamptz NOT NULL,
    submitted_by        text        NOT NULL,
    submitted_by_agency text,
    accepted_at         timestamptz,
    PRIMARY KEY (checkpoint, no),
    -- the rows' policies go by task and agency: they are those of its checkpoint
    CHECK (split_part(checkpoint, '.', 1) = task AND split_part(checkpoint, '.', 3) = agency)
);

ALTER TABLE submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_seen ON submission FOR SELECT USING (
    (SELECT caller_has('planner', 'auditor'))
    OR caller_reports_for(agency)
    OR (accepted_at IS NOT NULL
        AND ((SELECT caller_has('committee'))
             OR ((SELECT caller_has('reporter'))
                 AND EXISTS (SELECT FROM known_task WHERE code = submission.task AND caller_takes_part(participants))))));
CREATE POLICY submission_filed ON submission FOR INSERT WITH CHECK (
    (filed_by = 'AGENCY' AND caller_reports_for(agency))
    OR (filed_by = 'PROXY' AND caller_has('planner') AND NOT agency_reports(agency)));
CREATE POLICY submission_accepted ON submission FOR UPDATE USING (caller_has('planner'));

-- Who did what to a checkpoint, and why: what the agency and its reviewers know of each other.
CREATE TABLE checkpoint_history (
    checkpoint    text        NOT NULL REFERENCES checkpoint,
    version       bigint      NOT NULL,
    agency        text        NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    actor_agency  text,
    action        text        NOT NULL,
    from_status   text        NOT NULL,
    to_status     text        NOT NULL,
    submission_no int,
    reason        text,
    -- [{section, text}] of a review
    comments      jsonb       NOT NULL DEFAULT '[]',
    PRIMARY KEY (checkpoint, version),
    CHECK (split_part(checkpoint, '.', 3) = agency)
);

ALTER TABLE checkpoint_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_history_seen ON checkpoint_history FOR SELECT USING (
    (SELECT caller_has('planner', 'auditor')) OR caller_reports_for(agency));
CREATE POLICY checkpoint_history_written ON checkpoint_history FOR INSERT WITH CHECK (
    caller_has('planner') OR caller_reports_for(agency));

-- What is not filed yet. Of an agency that reports nobody else sees it, planners and auditors neither; one made by proxy
-- is the planners'.
CREATE TABLE draft (
    checkpoint text        NOT NULL REFERENCES checkpoint,
    agency     text        NOT NULL,
    proxy      boolean     NOT NULL,
    content    jsonb       NOT NULL,
    version    bigint      NOT NULL,
    saved_at   timestamptz NOT NULL,
    saved_by   text        NOT NULL,
    PRIMARY KEY (checkpoint, proxy),
    CHECK (split_part(checkpoint, '.', 3) = agency)
);

ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY draft_own ON draft USING (
    (NOT proxy AND caller_reports_for(agency))
    OR (proxy AND caller_has('planner') AND NOT agency_reports(agency)));

GRANT SELECT, INSERT, UPDATE ON known_plan, known_agency, known_task, cycle, checkpoint TO ${app};
GRANT SELECT, INSERT ON cycle_history, checkpoint_history, submission TO ${app};
GRANT UPDATE (accepted_at) ON submission TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO ${app};
