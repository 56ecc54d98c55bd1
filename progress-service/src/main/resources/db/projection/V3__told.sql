-- What was told is kept from now on, and must hold what was told before: the topics are read again from their beginnings.
-- Whoever keeps something of them takes an event that it knows for nothing.
DELETE FROM inbox_offset;
DELETE FROM inbox_aggregate;
