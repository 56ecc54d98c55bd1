-- Reports frozen for a meeting. Nothing of a snapshot can be changed or removed by the service: it may only read and add.
-- Each carries the hash of the one before it, so that what anybody else changes is found.
CREATE TABLE snapshot (
    no            bigint      PRIMARY KEY CHECK (no > 0),
    id            text        NOT NULL UNIQUE,
    plan          text        NOT NULL REFERENCES known_plan,
    period        text,
    as_of         timestamptz NOT NULL,
    meeting       text,
    taken_at      timestamptz NOT NULL,
    taken_by      text        NOT NULL,
    -- canonical JSON (RFC 8785) of all of the above but who took it, of the files' hashes and of previous_hash
    manifest      bytea       NOT NULL,
    -- SHA-256 of the manifest, in hexadecimal
    hash          text        NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    -- null for the first alone
    previous_hash text        UNIQUE REFERENCES snapshot (hash),
    CHECK ((no = 1) = (previous_hash IS NULL))
);
CREATE INDEX snapshot_plan ON snapshot (plan, no);

CREATE TABLE snapshot_file (
    snapshot   bigint NOT NULL REFERENCES snapshot,
    edition    text   NOT NULL CHECK (edition IN ('PUBLIC', 'GOVERNMENT')),
    format     text   NOT NULL,
    -- empty for JSON, which is in both languages
    language   text   NOT NULL CHECK (language IN ('', 'ko', 'en')),
    media_type text   NOT NULL,
    sha256     text   NOT NULL,
    content    bytea  NOT NULL,
    PRIMARY KEY (snapshot, edition, format, language)
);

-- Publishing adds a row: the snapshot itself stays what it is.
CREATE TABLE snapshot_publication (
    snapshot     bigint      PRIMARY KEY REFERENCES snapshot,
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    reason       text        NOT NULL
);

ALTER TABLE snapshot_publication ENABLE ROW LEVEL SECURITY;
CREATE POLICY publication_seen ON snapshot_publication FOR SELECT USING (true);
CREATE POLICY publication_added ON snapshot_publication FOR INSERT WITH CHECK (caller_has('planner'));

ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY;
CREATE POLICY snapshot_seen ON snapshot FOR SELECT USING (
    (SELECT caller_has('planner', 'committee', 'auditor'))
    OR EXISTS (SELECT FROM snapshot_publication p WHERE p.snapshot = no));
CREATE POLICY snapshot_taken ON snapshot FOR INSERT WITH CHECK (caller_has('planner'));

ALTER TABLE snapshot_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY snapshot_file_seen ON snapshot_file FOR SELECT USING (
    (SELECT caller_has('planner', 'committee', 'auditor'))
    OR edition = 'PUBLIC' AND EXISTS (SELECT FROM snapshot_publication p WHERE p.snapshot = snapshot_file.snapshot));
CREATE POLICY snapshot_file_kept ON snapshot_file FOR INSERT WITH CHECK (caller_has('planner'));

GRANT SELECT, INSERT ON snapshot, snapshot_file, snapshot_publication TO ${app};
