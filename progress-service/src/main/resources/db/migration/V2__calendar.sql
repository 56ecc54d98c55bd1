-- Announced holidays, a table of whole years in each row. No row security: the gazette is public, and everybody may read
-- how a due day was found. Who may load a table is said at the endpoint.
CREATE TABLE holiday_table (
    version   text        PRIMARY KEY CHECK (version ~ '^[0-9]{4}\.[1-9][0-9]{0,3}$'),
    content   jsonb       NOT NULL,
    loaded_at timestamptz NOT NULL,
    loaded_by text        NOT NULL,
    -- versions are compared as two numbers: 2027.10 is newer than 2027.9
    ordinal   bigint      GENERATED ALWAYS AS (
                  split_part(version, '.', 1)::bigint * 10000 + split_part(version, '.', 2)::bigint) STORED UNIQUE
);

-- Due dates name the table they were derived with: what is loaded stays as it is.
GRANT SELECT, INSERT ON holiday_table TO ${app};
