-- Reminders of what an agency owes, and the mails that carry them to it.

-- The day by which a checkpoint that is open or returned is owed.
CREATE FUNCTION owed_on(owed checkpoint) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN owed.status = 'RETURNED' THEN owed.returned_due_on
               ELSE greatest(owed.due_on, owed.extended_due_on) END $$;

-- Whether it is owed, and taken on a day: before its cycle is over, or up to a due day that lies behind that.
CREATE FUNCTION can_be_filed(owed checkpoint, cycle_closed boolean, today date) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT owed.status IN ('OPEN', 'RETURNED')
      AND (NOT cycle_closed AND owed.locks_on >= today
           OR greatest(owed.due_on, owed.extended_due_on) >= today
           OR owed.status = 'RETURNED' AND owed.returned_due_on >= today) $$;

CREATE INDEX checkpoint_owed ON checkpoint (status, id) WHERE status IN ('OPEN', 'RETURNED');

-- Each is made once: whoever inserts the row tells of it.
CREATE TABLE reminder (
    checkpoint text        NOT NULL REFERENCES checkpoint,
    -- the due day that it reminds of; one that an extension or another return moved is another
    due_on     date        NOT NULL,
    stage      text        NOT NULL CHECK (stage IN ('BEFORE', 'ON', 'AFTER', 'OVERDUE')),
    -- between that day and the stage; 0 for ON and OVERDUE
    days       int         NOT NULL CHECK (days >= 0),
    agency     text        NOT NULL,
    made_at    timestamptz NOT NULL,
    -- the day whose mail it was gathered for
    mailed_on  date,
    PRIMARY KEY (checkpoint, due_on, stage, days)
);
CREATE INDEX reminder_unmailed ON reminder (agency) WHERE mailed_on IS NULL AND stage <> 'OVERDUE';
CREATE INDEX reminder_mailed ON reminder (agency, mailed_on);

-- One mail for each agency and day. It is CLAIMED, and that committed, before it is sent, so that no two send it; what
-- became of one whose sender died nobody knows (UNCERTAIN), and it is not sent again.
CREATE TABLE mail (
    agency      text        NOT NULL,
    day         date        NOT NULL,
    state       text        NOT NULL
        CHECK (state IN ('CLAIMED', 'SENT', 'FAILED', 'UNCERTAIN', 'UNADDRESSED', 'DROPPED')),
    attempts    int         NOT NULL,
    claimed_at  timestamptz NOT NULL,
    settled_at  timestamptz,
    -- FAILED and UNADDRESSED ones are tried again
    next_try_at timestamptz,
    -- why it was not sent; no addresses
    problem     text        CHECK (length(problem) <= 500),
    PRIMARY KEY (agency, day),
    CHECK ((next_try_at IS NOT NULL) = (state IN ('FAILED', 'UNADDRESSED')))
);
CREATE INDEX mail_unsettled ON mail (state, next_try_at) WHERE state NOT IN ('SENT', 'DROPPED');

ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_seen ON reminder FOR SELECT USING (caller_has('planner', 'auditor'));
CREATE POLICY reminder_made ON reminder FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY reminder_gathered ON reminder FOR UPDATE USING (caller_has('planner'));

ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY mail_seen ON mail FOR SELECT USING (caller_has('planner', 'auditor'));
CREATE POLICY mail_claimed ON mail FOR INSERT WITH CHECK (caller_has('planner'));
CREATE POLICY mail_settled ON mail FOR UPDATE USING (caller_has('planner'));

GRANT SELECT, INSERT, UPDATE (mailed_on) ON reminder TO ${app};
GRANT SELECT, INSERT, UPDATE (state, attempts, claimed_at, settled_at, next_try_at, problem) ON mail TO ${app};
