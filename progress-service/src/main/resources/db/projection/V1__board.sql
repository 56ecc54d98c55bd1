-- The board: tasks, plans and agencies as their owners' events tell of them, and the feed of what changed.

-- The state is the owner's, whole; beside it stands what visibility is decided by.
CREATE TABLE board_plan (
    code       text PRIMARY KEY,
    state      jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE board_agency (
    code       text PRIMARY KEY,
    state      jsonb       NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE board_task (
    code         text PRIMARY KEY,
    visibility   text        NOT NULL,
    participants text[]      NOT NULL,
    state        jsonb       NOT NULL,
    changed_at   timestamptz NOT NULL
);

-- Its row lock, held to the commit, is what makes the feed's numbers visible in their order: a reader that has seen n
-- never finds a smaller one later.
CREATE TABLE board_feed (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last     bigint NOT NULL
);
INSERT INTO board_feed (last) VALUES (0);

-- What a task's visibility and its participants were on both sides of the change stays with the entry: it decides who
-- sees it, however things stand later.
CREATE TABLE board_change (
    seq                 bigint PRIMARY KEY,
    event_id            uuid        NOT NULL UNIQUE,
    at                  timestamptz NOT NULL,
    epoch               bigint      NOT NULL,
    sequence            bigint      NOT NULL,
    type                text        NOT NULL,
    noun                text        NOT NULL,
    subject             text        NOT NULL,
    title               jsonb       NOT NULL,
    from_status         text,
    to_status           text,
    reason              text,
    actor_agency        text,
    visibility_before   text,
    visibility          text        NOT NULL,
    participants_before text[],
    participants        text[]      NOT NULL
);
CREATE INDEX board_change_latest ON board_change (at DESC, noun DESC, subject DESC, epoch DESC, sequence DESC);
