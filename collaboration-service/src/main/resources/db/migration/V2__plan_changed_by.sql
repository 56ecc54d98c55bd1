-- Who made the present version of a plan, so that whoever finds it changed meanwhile knows whom to ask: subject, roles and
-- agency. Null where it was the catalogue. Only planners could change it, so that the history tells the roles, too.
ALTER TABLE plan ADD COLUMN changed_by jsonb;

UPDATE plan SET changed_by = jsonb_build_object(
        'subject', revision.actor, 'roles', jsonb_build_array('PLANNER'), 'agency', NULL)
FROM plan_revision AS revision
WHERE revision.plan = plan.code AND revision.version = plan.version AND revision.actor NOT LIKE 'system:%';
