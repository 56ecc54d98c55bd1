-- Agencies, each one row with its dated names and its contacts; and what was ever changed about them.

CREATE TABLE agency (
    code                   text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
    official_code          text CHECK (official_code ~ '^[0-9]{7}$'),
    official_code_verified boolean NOT NULL,
    -- [{name: {ko, en}, shortName: {ko, en}, validFrom}], the oldest first.
    names                  jsonb NOT NULL CHECK (jsonb_array_length(names) > 0),
    -- Every name in both languages, a line each: what a search looks through.
    search_text            text NOT NULL,
    -- ANNOUNCED until a later name than the announcement's is recorded.
    name_provenance        text NOT NULL CHECK (name_provenance IN ('ANNOUNCED', 'RECORDED')),
    type                   text NOT NULL,
    parent                 text COLLATE "C" REFERENCES agency,
    reports                boolean NOT NULL,
    status                 text NOT NULL CHECK (status IN ('ACTIVE', 'ABOLISHED')),
    valid_from             date,
    valid_to               date,
    contacts               jsonb NOT NULL,
    version                bigint NOT NULL,
    CHECK (NOT official_code_verified OR official_code IS NOT NULL),
    CHECK ((status = 'ABOLISHED') = (valid_to IS NOT NULL)),
    CHECK (parent <> code)
);
CREATE INDEX agency_parent ON agency (parent);
-- A code may pass to a successor, but two living agencies never share one.
CREATE UNIQUE INDEX agency_official_code ON agency (official_code) WHERE status = 'ACTIVE';

-- Append-only for the service itself. No contacts: what is personal can be taken back.
CREATE TABLE agency_revision (
    code      text COLLATE "C" NOT NULL REFERENCES agency,
    version   bigint NOT NULL,
    at        timestamptz NOT NULL,
    subject   text NOT NULL,
    roles     text NOT NULL,
    agency    text,
    -- [{field, from, to}]
    changes   jsonb NOT NULL,
    reason    text CHECK (length(reason) <= 2000),
    PRIMARY KEY (code, version)
);

GRANT SELECT, INSERT ON agency TO ${app};
GRANT UPDATE (official_code, official_code_verified, names, search_text, name_provenance, type, parent, reports, status,
              valid_from, valid_to, contacts, version) ON agency TO ${app};
GRANT SELECT, INSERT ON agency_revision TO ${app};
