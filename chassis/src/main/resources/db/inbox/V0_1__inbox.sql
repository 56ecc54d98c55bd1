-- What a projection remembers of what it has consumed. It lives in the projection's own schema, so that dropping that
-- schema forgets everything at once and the topics are read again from their beginning.

GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${flyway:defaultSchema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ${flyway:defaultSchema} GRANT USAGE ON SEQUENCES TO ${app};

-- One row, one number per life of the schema: a cursor of an earlier life is told apart from one of this. Taken from the
-- clock, because nothing that could count lives outlives the schema.
CREATE TABLE generation (
    id bigint PRIMARY KEY
);
INSERT INTO generation (id) SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint;

CREATE TABLE inbox_offset (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- The newest event seen of every aggregate. stale: a newer one exists that could not be read.
CREATE TABLE inbox_aggregate (
    topic     text NOT NULL,
    aggregate text COLLATE "C" NOT NULL,
    epoch     bigint NOT NULL,
    sequence  bigint NOT NULL,
    stale     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (topic, aggregate)
);
CREATE INDEX inbox_aggregate_stale ON inbox_aggregate (aggregate) WHERE stale;

CREATE TABLE inbox_gap (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic         text NOT NULL,
    aggregate     text COLLATE "C" NOT NULL,
    from_sequence bigint NOT NULL,
    to_sequence   bigint NOT NULL,
    found_at      timestamptz NOT NULL DEFAULT now(),
    closed_at     timestamptz,
    -- Why it is still open, or what was missing when it was closed.
    note          text
);
CREATE INDEX inbox_gap_open ON inbox_gap (topic, aggregate) WHERE closed_at IS NULL;

-- Records that could not be read or applied, byte for byte, so that they can be tried again after a repair.
CREATE TABLE inbox_parked (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic          text NOT NULL,
    partition      integer NOT NULL,
    "offset"       bigint NOT NULL,
    -- Null when the record does not even say what it is about.
    aggregate      text,
    key            bytea,
    -- JSON, {name: base64}: header values are bytes, too.
    headers        bytea NOT NULL,
    data           bytea,
    error          text NOT NULL,
    parked_at      timestamptz NOT NULL DEFAULT now(),
    reprocessed_at timestamptz,
    UNIQUE (topic, partition, "offset")
);
CREATE INDEX inbox_parked_open ON inbox_parked (id) WHERE reprocessed_at IS NULL;
