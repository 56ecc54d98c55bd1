-- Who made the present version of a cycle and a meeting, so that whoever finds them changed meanwhile knows whom to ask: subject, roles and
-- agency. Null where it was the service itself. Only planners could change them, so that the history tells the roles, too.
ALTER TABLE cycle ADD COLUMN changed_by jsonb;
ALTER TABLE meeting ADD COLUMN changed_by jsonb;
GRANT UPDATE (changed_by) ON meeting TO ${app};

UPDATE cycle SET changed_by = jsonb_build_object(
        'subject', history.actor, 'roles', jsonb_build_array('PLANNER'), 'agency', history.actor_agency)
FROM cycle_history AS history
WHERE history.cycle = cycle.id AND history.version = cycle.version AND history.actor NOT LIKE 'system:%';

UPDATE meeting SET changed_by = jsonb_build_object(
        'subject', history.actor, 'roles', jsonb_build_array('PLANNER'), 'agency', history.actor_agency)
FROM meeting_history AS history
WHERE history.meeting = meeting.id AND history.version = meeting.version AND history.actor NOT LIKE 'system:%';
