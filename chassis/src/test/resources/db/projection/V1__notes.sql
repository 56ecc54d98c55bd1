-- What the tests project: the state of each note, and a feed of everything that happened to it.
CREATE TABLE note (
    aggregate text PRIMARY KEY,
    sequence  bigint NOT NULL,
    text      text NOT NULL,
    changes   integer NOT NULL DEFAULT 1
);
CREATE TABLE feed (
    event_id   uuid PRIMARY KEY,
    aggregate  text NOT NULL,
    sequence   bigint NOT NULL,
    gap_before boolean NOT NULL,
    history    boolean NOT NULL
);
