-- The outbox: what this service tells the others, written in the transaction that changes the state.

-- Goes up by hand (as the owner) when the database is restored from a backup, so that consumers take what follows for newer.
CREATE TABLE outbox_epoch (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    epoch    integer NOT NULL CHECK (epoch > 0)
);
INSERT INTO outbox_epoch (epoch) VALUES (1);

-- The row lock on an aggregate's counter lasts until commit: its sequence has no gap and is never seen out of order.
CREATE TABLE outbox_sequence (
    aggregate text COLLATE "C" PRIMARY KEY CHECK (length(aggregate) <= 200),
    last      bigint NOT NULL
);

CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid NOT NULL UNIQUE,
    aggregate    text COLLATE "C" NOT NULL CHECK (length(aggregate) <= 200),
    epoch        integer NOT NULL,
    sequence     bigint NOT NULL,
    key          text NOT NULL CHECK (length(key) <= 200),
    type         text NOT NULL CHECK (length(type) <= 100),
    subject      text NOT NULL CHECK (length(subject) <= 200),
    occurred_at  timestamptz NOT NULL,
    traceparent  text CHECK (length(traceparent) <= 100),
    -- Final bytes, well below what the broker takes (1 MiB): the relay cannot fail on content.
    data         bytea NOT NULL CHECK (octet_length(data) <= 900000),
    published_at timestamptz,
    UNIQUE (aggregate, sequence)
);
CREATE INDEX outbox_pending ON outbox (id) WHERE published_at IS NULL;

-- Append-only for the service itself, but for the mark that an event is out.
GRANT SELECT ON outbox_epoch TO ${app};
GRANT SELECT, INSERT, UPDATE (last) ON outbox_sequence TO ${app};
GRANT SELECT, INSERT, UPDATE (published_at) ON outbox TO ${app};
