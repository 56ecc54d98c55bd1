-- A plan and a task are one row each: what belongs to them changes with them, under their one version.
CREATE TABLE plan (
    code       text        PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    content    jsonb       NOT NULL,
    version    bigint      NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE plan_revision (
    id          uuid        PRIMARY KEY,
    plan        text        NOT NULL REFERENCES plan,
    version     bigint      NOT NULL,
    at          timestamptz NOT NULL,
    actor       text        NOT NULL,
    content     jsonb       NOT NULL,
    UNIQUE (plan, version)
);

CREATE TABLE task (
    code            text        PRIMARY KEY,
    plan            text        NOT NULL REFERENCES plan,
    no              int         NOT NULL CHECK (no BETWEEN 1 AND 9999),
    content         jsonb       NOT NULL,
    origin          text        NOT NULL CHECK (origin IN ('PUBLISHED', 'DOCUMENTED', 'REGISTERED')),
    placeholder     boolean     NOT NULL,
    visibility      text        NOT NULL CHECK (visibility IN ('PUBLIC', 'GOVERNMENT')),
    visibility_reason text,
    participations  jsonb       NOT NULL,
    participants    text[]      NOT NULL,
    -- dates and targets that were set once and changed later, each with its reason
    rescheduled     jsonb       NOT NULL,
    status          text        NOT NULL,
    status_since    timestamptz NOT NULL,
    version         bigint      NOT NULL,
    changed_at      timestamptz NOT NULL,
    -- what lists filter and sort by, drawn from the content so that it cannot differ from it
    area            text        GENERATED ALWAYS AS (content ->> 'area') STORED,
    representative  boolean     GENERATED ALWAYS AS ((content -> 'representative')::boolean) STORED,
    title_ko        text        GENERATED ALWAYS AS (content -> 'title' ->> 'ko') STORED,
    ends_on         text        GENERATED ALWAYS AS (content ->> 'endsOn') STORED,
    search          text        GENERATED ALWAYS AS (lower(
                        code || ' ' || coalesce(content -> 'title' ->> 'ko', '') || ' ' || coalesce(content -> 'title' ->> 'en', '')
                        || ' ' || coalesce(content -> 'summary' ->> 'ko', '') || ' ' || coalesce(content -> 'summary' ->> 'en', ''))) STORED,
    UNIQUE (plan, no),
    CHECK (NOT placeholder OR origin = 'DOCUMENTED')
);
CREATE INDEX task_status ON task (status, code);
CREATE INDEX task_area ON task (plan, area, code);
CREATE INDEX task_participants ON task USING gin (participants);

CREATE TABLE task_revision (
    id           uuid        PRIMARY KEY,
    task         text        NOT NULL REFERENCES task,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    actor_agency text,
    action       text        NOT NULL,
    from_status  text,
    to_status    text,
    reason       text,
    changes      jsonb       NOT NULL,
    visibility   text        NOT NULL,
    UNIQUE (task, version)
);

-- What one may not see is not there, whatever the code asks: the policies know the caller of the transaction
-- (settings kcs.roles, kcs.agency) and refuse where nobody said who it is.
CREATE FUNCTION caller_has(VARIADIC wanted text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT string_to_array(coalesce(current_setting('kcs.roles', true), ''), ',') && wanted $$;

CREATE FUNCTION caller_takes_part(participants text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT caller_has('reporter')
      AND participants @> ARRAY [coalesce(nullif(current_setting('kcs.agency', true), ''), '?')] $$;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
CREATE POLICY task_seen ON task FOR SELECT USING (
    visibility = 'PUBLIC'
    OR caller_has('planner', 'committee', 'auditor')
    OR caller_takes_part(participants));
CREATE POLICY task_registered ON task FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY task_changed ON task FOR UPDATE USING (caller_has('planner')) WITH CHECK (caller_has('planner'));

ALTER TABLE task_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY task_revision_seen ON task_revision FOR SELECT USING (
    EXISTS (SELECT FROM task
            WHERE task.code = task_revision.task
              AND (task_revision.visibility = 'PUBLIC'
                   OR caller_has('planner', 'committee', 'auditor')
                   OR caller_takes_part(task.participants))));
CREATE POLICY task_revision_written ON task_revision FOR INSERT WITH CHECK (caller_has('planner'));

-- History is added to and never changed, by the service least of all.
GRANT SELECT, INSERT, UPDATE ON plan, task TO ${app};
GRANT SELECT, INSERT ON plan_revision, task_revision TO ${app};
