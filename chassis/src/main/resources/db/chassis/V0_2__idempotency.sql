-- One row per request that was made once: taken and answered in the transaction of its effect.
CREATE TABLE idempotency_key (
    client      text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) <= 200),
    fingerprint text        NOT NULL,
    status      int,
    location    text,
    etag        text,
    body        bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (client, key)
);
GRANT SELECT, INSERT, UPDATE (status, location, etag, body) ON idempotency_key TO ${app};
