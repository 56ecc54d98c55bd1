-- For the filters of the lists that have no other; each in the order of the list's key.
CREATE INDEX checkpoint_plan ON checkpoint (plan, id);
CREATE INDEX checkpoint_period ON checkpoint (period, id);
CREATE INDEX checkpoint_settled ON checkpoint (status, id) WHERE status IN ('ACCEPTED', 'WAIVED');
CREATE INDEX cycle_period ON cycle (period, id);
