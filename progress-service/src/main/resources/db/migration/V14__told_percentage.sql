-- The headline before the present one, for whoever could see the task when it changed.
ALTER TABLE health ADD COLUMN previous text, ADD COLUMN previous_visibility text;
ALTER TABLE health_history ADD COLUMN previous text, ADD COLUMN previous_visibility text;

WITH line AS (
    SELECT task, version, visibility, lag(headline) OVER told AS before,
        row_number() OVER told = 1 OR headline IS DISTINCT FROM lag(headline) OVER told AS begins
    FROM health_history WINDOW told AS (PARTITION BY task ORDER BY version)),
numbered AS (
    SELECT *, count(*) FILTER (WHERE begins) OVER (PARTITION BY task ORDER BY version) AS headline_no FROM line),
known AS (
    SELECT task, version, first_value(before) OVER same AS previous, first_value(visibility) OVER same AS visibility
    FROM numbered WINDOW same AS (PARTITION BY task, headline_no ORDER BY version))
UPDATE health_history SET previous = known.previous, previous_visibility = known.visibility
FROM known
WHERE (health_history.task, health_history.version) = (known.task, known.version) AND known.previous IS NOT NULL;

UPDATE health SET previous = line.previous, previous_visibility = line.previous_visibility
FROM health_history line
WHERE (line.task, line.version) = (health.task, health.version) AND line.previous IS NOT NULL;

-- From now on another percentage is told like another word. What was kept without telling is put back to what was told,
-- and its day with it: the jobs of the day reckon it anew, and tell it.
UPDATE health SET percent = line.percent,
    figures = jsonb_set(health.figures, '{percentComplete}', coalesce(to_jsonb(line.percent), 'null')),
    reckoned_at = health.changed_at - interval '1 day'
FROM health_history line
WHERE (line.task, line.version) = (health.task, health.version) AND line.percent IS DISTINCT FROM health.percent;
