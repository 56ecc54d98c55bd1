-- What was told of a task is seen by whoever may see the task now. Else somebody from whom a task was hidden would be shown
-- the newest that was told before, as if it still stood so.
DROP POLICY told_seen ON told;
CREATE POLICY told_seen ON told FOR SELECT USING (
    (SELECT caller_has('planner', 'committee', 'auditor'))
    OR (visibility = 'PUBLIC' OR caller_takes_part(participants)) AND (task IS NULL OR task IN (SELECT code FROM known_task)));
