-- Files that show that a submission is true. Written once and never changed; what no submission names may be deleted.

CREATE TABLE evidence (
    id          uuid        PRIMARY KEY,
    checkpoint  text        NOT NULL REFERENCES checkpoint,
    task        text        NOT NULL,
    agency      text        NOT NULL,
    -- uploaded by a planner for an agency without reporters
    proxy       boolean     NOT NULL,
    title       text        NOT NULL,
    file_name   text        NOT NULL,
    -- As found in the content. Null, as the next two are, while the file is being written; in the transaction that writes
    -- it, so that nobody else ever sees them so.
    media_type  text,
    size        bigint      CHECK (size > 0),
    -- in hexadecimal
    sha256      text        CHECK (length(sha256) = 64),
    uploaded_at timestamptz NOT NULL,
    uploaded_by text        NOT NULL,
    UNIQUE (id, checkpoint),
    CHECK (num_nulls(media_type, size, sha256) IN (0, 3))
);
CREATE INDEX evidence_checkpoint ON evidence (checkpoint, id);

-- The content, in order. Each but the last holds 256 KiB.
CREATE TABLE evidence_chunk (
    evidence uuid  NOT NULL REFERENCES evidence ON DELETE CASCADE,
    no       int   NOT NULL CHECK (no >= 0),
    bytes    bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (evidence, no)
);
-- Nearly all of it is compressed by its own format.
ALTER TABLE evidence_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Which submission names which files; always files of its own checkpoint.
CREATE TABLE submission_evidence (
    checkpoint text NOT NULL,
    no         int  NOT NULL,
    evidence   uuid NOT NULL,
    PRIMARY KEY (checkpoint, no, evidence),
    FOREIGN KEY (checkpoint, no) REFERENCES submission,
    FOREIGN KEY (evidence, checkpoint) REFERENCES evidence (id, checkpoint)
);
CREATE INDEX submission_evidence_file ON submission_evidence (evidence);

-- Seen with the submission, whose own policy decides.
ALTER TABLE submission_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY submission_evidence_seen ON submission_evidence FOR SELECT USING (
    EXISTS (SELECT FROM submission s
            WHERE s.checkpoint = submission_evidence.checkpoint AND s.no = submission_evidence.no));
CREATE POLICY submission_evidence_filed ON submission_evidence FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM submission s
            WHERE s.checkpoint = submission_evidence.checkpoint AND s.no = submission_evidence.no
              AND ((s.filed_by = 'AGENCY' AND caller_reports_for(s.agency))
                   OR (s.filed_by = 'PROXY' AND caller_has('planner')))));

-- Whose it is, as with drafts.
CREATE FUNCTION caller_uploads(agency text, proxy boolean) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (NOT proxy AND caller_reports_for(agency))
       OR (proxy AND caller_has('planner') AND NOT agency_reports(agency)) $$;

-- Until a submission names it a file is like a draft; then it is seen with the submission.
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_seen ON evidence FOR SELECT USING (
    caller_uploads(agency, proxy)
    OR EXISTS (SELECT FROM submission_evidence named WHERE named.evidence = evidence.id));
CREATE POLICY evidence_uploaded ON evidence FOR INSERT WITH CHECK (
    size IS NULL
    AND caller_uploads(agency, proxy)
    AND EXISTS (SELECT FROM checkpoint c
                WHERE c.id = evidence.checkpoint AND c.agency = evidence.agency AND c.task = evidence.task));
CREATE POLICY evidence_completed ON evidence FOR UPDATE
    USING (size IS NULL AND caller_uploads(agency, proxy))
    WITH CHECK (size IS NOT NULL);
CREATE POLICY evidence_deleted ON evidence FOR DELETE USING (
    caller_uploads(agency, proxy)
    AND NOT EXISTS (SELECT FROM submission_evidence named WHERE named.evidence = evidence.id));

ALTER TABLE evidence_chunk ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_chunk_seen ON evidence_chunk FOR SELECT USING (
    EXISTS (SELECT FROM evidence file WHERE file.id = evidence_chunk.evidence));
CREATE POLICY evidence_chunk_uploaded ON evidence_chunk FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM evidence file WHERE file.id = evidence_chunk.evidence AND file.size IS NULL));

GRANT SELECT, INSERT, DELETE ON evidence TO ${app};
GRANT UPDATE (media_type, size, sha256) ON evidence TO ${app};
GRANT SELECT, INSERT ON evidence_chunk, submission_evidence TO ${app};
