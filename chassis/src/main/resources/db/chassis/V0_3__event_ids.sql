-- Nobody looks for an event by its id here, and 122 random bits need no guard; it cost every change an insertion at a
-- random place. Consumers, to whom the same event may come twice, keep ids unique themselves.
ALTER TABLE outbox DROP CONSTRAINT outbox_event_id_key;
