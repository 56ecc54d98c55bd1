-- The state of each task, by three voices: what the agencies declare, what a planner assesses, what dates and figures say.

-- A planner's word on a whole task in a cycle. Added to and never changed but for the mark that a later one replaced it.
CREATE TABLE assessment (
    id          uuid        PRIMARY KEY,
    cycle       text        NOT NULL REFERENCES cycle,
    task        text        NOT NULL REFERENCES known_task,
    health      text        NOT NULL CHECK (health IN ('ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'COMPLETED')),
    reason      text        NOT NULL,
    -- the task's when it was written: it stays so when the task becomes public
    visibility  text        NOT NULL CHECK (visibility IN ('PUBLIC', 'GOVERNMENT')),
    assessed_at timestamptz NOT NULL,
    assessed_by text        NOT NULL,
    replaced_at timestamptz,
    in_force    boolean     NOT NULL GENERATED ALWAYS AS (replaced_at IS NULL) STORED
);
CREATE UNIQUE INDEX assessment_in_force ON assessment (task, cycle) WHERE in_force;
CREATE INDEX assessment_task ON assessment (task, id);
CREATE INDEX assessment_cycle ON assessment (cycle, id);

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY assessment_seen ON assessment FOR SELECT USING (
    EXISTS (SELECT FROM known_task
            WHERE code = assessment.task
              AND (assessment.visibility = 'PUBLIC'
                   OR caller_has('planner', 'committee', 'auditor')
                   OR caller_takes_part(participants))));
CREATE POLICY assessment_given ON assessment FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY assessment_replaced ON assessment FOR UPDATE USING (caller_has('planner'));

-- Every rule that anything was derived by, as it was printed then.
CREATE TABLE health_rule (
    version    text  PRIMARY KEY,
    text       jsonb NOT NULL,
    thresholds jsonb NOT NULL
);

-- Nothing is stated (all null) while a task has no health: before it begins and after it is discontinued.
CREATE TABLE health (
    task         text        PRIMARY KEY REFERENCES known_task,
    declared     text,
    assessed     text,
    derived      text,
    headline     text        GENERATED ALWAYS AS (coalesce(assessed, declared, derived)) STORED,
    disagreement boolean     NOT NULL GENERATED ALWAYS AS (
                                 coalesce(declared <> derived, false) OR coalesce(assessed <> derived, false)
                                 OR coalesce(assessed <> declared, false)) STORED,
    reasons      jsonb       NOT NULL,
    figures      jsonb,
    percent      int,
    -- the newest cycle that asked something of the task
    cycle        text,
    -- since when the headline is what it is
    since        timestamptz NOT NULL,
    rule         text        REFERENCES health_rule,
    version      bigint      NOT NULL,
    changed_at   timestamptz NOT NULL,
    reckoned_at  timestamptz NOT NULL
);
CREATE INDEX health_headline ON health (headline, task);
CREATE INDEX health_declared ON health (declared, task);
CREATE INDEX health_assessed ON health (assessed, task);
CREATE INDEX health_derived ON health (derived, task);
CREATE INDEX health_disagreement ON health (disagreement, task);
CREATE INDEX health_reckoned ON health (reckoned_at);

-- Written by the service for itself alone (see HealthStore), whoever's submission it follows from.
ALTER TABLE health ENABLE ROW LEVEL SECURITY;
CREATE POLICY health_seen ON health FOR SELECT USING (EXISTS (SELECT FROM known_task WHERE code = health.task));
CREATE POLICY health_begun ON health FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY health_changed ON health FOR UPDATE USING (caller_has('planner'));

CREATE TABLE health_history (
    task         text        NOT NULL REFERENCES known_task,
    version      bigint      NOT NULL,
    at           timestamptz NOT NULL,
    declared     text,
    assessed     text,
    derived      text,
    headline     text        GENERATED ALWAYS AS (coalesce(assessed, declared, derived)) STORED,
    disagreement boolean     NOT NULL GENERATED ALWAYS AS (
                                 coalesce(declared <> derived, false) OR coalesce(assessed <> derived, false)
                                 OR coalesce(assessed <> declared, false)) STORED,
    reasons      jsonb       NOT NULL,
    figures      jsonb,
    percent      int,
    cycle        text,
    since        timestamptz NOT NULL,
    rule         text        REFERENCES health_rule,
    -- why somebody did what it follows from; null where nobody gave one
    reason       text,
    actor        text        NOT NULL,
    actor_agency text,
    visibility   text        NOT NULL CHECK (visibility IN ('PUBLIC', 'GOVERNMENT')),
    PRIMARY KEY (task, version)
);
CREATE INDEX health_history_at ON health_history (task, at);

ALTER TABLE health_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY health_history_seen ON health_history FOR SELECT USING (
    EXISTS (SELECT FROM known_task
            WHERE code = health_history.task
              AND (health_history.visibility = 'PUBLIC'
                   OR caller_has('planner', 'committee', 'auditor')
                   OR caller_takes_part(participants))));
CREATE POLICY health_history_written ON health_history FOR INSERT WITH CHECK (caller_has('planner'));

-- Which version held at an instant, whether the caller may see that one or not: an older one must not pass for it.
-- Whoever is writing the next one commits first, and takes the time only once it holds the row: what was answered for an
-- instant stays the answer.
CREATE FUNCTION health_version_at(wanted text, instant timestamptz) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    PERFORM FROM health WHERE task = wanted FOR SHARE;
    RETURN (SELECT max(version) FROM health_history WHERE task = wanted AND at <= instant);
END
$$;
REVOKE EXECUTE ON FUNCTION health_version_at FROM PUBLIC;

GRANT EXECUTE ON FUNCTION health_version_at TO ${app};
GRANT SELECT, INSERT ON assessment, health_rule, health_history TO ${app};
GRANT UPDATE (replaced_at) ON assessment TO ${app};
GRANT SELECT, INSERT, UPDATE ON health TO ${app};
