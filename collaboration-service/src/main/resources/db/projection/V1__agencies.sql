-- The agencies as this service knows them from the events of their owner.
CREATE TABLE agency (
    code   text PRIMARY KEY,
    status text NOT NULL,
    state  jsonb NOT NULL
);
