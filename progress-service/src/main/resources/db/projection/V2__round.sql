-- The board grows by the reporting round: cycles, checkpoints and the health of tasks, as this service itself tells of
-- them, and their lines in the feed.

CREATE TABLE board_cycle (
    code       text PRIMARY KEY,
    state      jsonb       NOT NULL,
    changed_at timestamptz NOT NULL,
    epoch      bigint      NOT NULL,
    sequence   bigint      NOT NULL
);

-- Visibility and participants are those of the task, as they were at the newest event.
CREATE TABLE board_checkpoint (
    code         text PRIMARY KEY,
    visibility   text        NOT NULL,
    participants text[]      NOT NULL,
    state        jsonb       NOT NULL,
    changed_at   timestamptz NOT NULL,
    epoch        bigint      NOT NULL,
    sequence     bigint      NOT NULL
);

-- By the code of the task.
CREATE TABLE board_health (
    code         text PRIMARY KEY,
    visibility   text        NOT NULL,
    participants text[]      NOT NULL,
    state        jsonb       NOT NULL,
    changed_at   timestamptz NOT NULL,
    epoch        bigint      NOT NULL,
    sequence     bigint      NOT NULL
);

-- A line that is not listed only says that something is different now: the streams need it, no reader does. The title of a
-- line of the round is its task's or its plan's and comes from there: which topic is read first must not decide it.
ALTER TABLE board_change
    ADD COLUMN task   text,
    ADD COLUMN agency text,
    ADD COLUMN cycle  text,
    ADD COLUMN action text,
    ADD COLUMN listed boolean NOT NULL DEFAULT true,
    ALTER COLUMN title DROP NOT NULL;
DROP INDEX board_change_latest;
CREATE INDEX board_change_latest ON board_change (at DESC, noun DESC, subject DESC, epoch DESC, sequence DESC)
    WHERE listed;

-- Which event a state is of. An older one that is read again must not show through, not even for a moment: the board in
-- memory may be read just then.
ALTER TABLE board_plan ADD COLUMN epoch bigint NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE board_agency ADD COLUMN epoch bigint NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE board_task ADD COLUMN epoch bigint NOT NULL DEFAULT 0, ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
CREATE TEMPORARY TABLE newest ON COMMIT DROP AS
    SELECT DISTINCT ON (noun, subject) noun, subject, epoch, sequence FROM board_change
    ORDER BY noun, subject, epoch DESC, sequence DESC;
UPDATE board_plan p SET epoch = n.epoch, sequence = n.sequence
    FROM newest n WHERE n.noun = 'plan' AND n.subject = p.code;
UPDATE board_agency a SET epoch = n.epoch, sequence = n.sequence
    FROM newest n WHERE n.noun = 'agency' AND n.subject = a.code;
UPDATE board_task t SET epoch = n.epoch, sequence = n.sequence
    FROM newest n WHERE n.noun = 'task' AND n.subject = t.code;

-- Another feature of this service begins to follow the same topics and needs what was told before its time. So everything
-- is read again from the topics' beginnings. The board takes what it knows for nothing: a state only what is newer, the
-- feed each event once by its id. Its lines and their numbers stay, so a reader's place in it stays good, and the
-- generation is the same.
DELETE FROM inbox_offset;
DELETE FROM inbox_aggregate;
