-- Somebody is looked for among the lists of the units that they have belonged to, and in the history where they came and
-- left: an index of everybody on each list was most of what writing a list cost. So each list that somebody stood on must
-- tell of their leaving, also when it was removed; those that were removed until now are made up for.
WITH rows AS (
  SELECT id, vacancy_id, unit, jsonb_path_query_array(entries, '$[*]."participant"') AS people FROM shortlist_history
), steps AS (
  SELECT id, people, lag(people) OVER (PARTITION BY vacancy_id, unit ORDER BY id) AS former FROM rows
), vanished AS (
  SELECT id, jsonb_agg(person) AS people FROM steps, jsonb_array_elements(former) AS person
  WHERE NOT people @> person GROUP BY id
)
UPDATE shortlist_history SET diff = jsonb_set(diff, '{left}', vanished.people)
FROM vanished WHERE shortlist_history.id = vanished.id AND NOT diff -> 'left' @> vanished.people;

INSERT INTO shortlist_history (vacancy_id, unit, position, at, cause, diff, judged_by, entries)
SELECT vacancy_id, unit, position, at, 'vacancy',
       jsonb_build_object('entered', '[]'::jsonb, 'moved', '[]'::jsonb,
                          'left', jsonb_path_query_array(entries, '$[*]."participant"')),
       judged_by, '[]'
FROM (SELECT DISTINCT ON (vacancy_id, unit) * FROM shortlist_history ORDER BY vacancy_id, unit, id DESC) AS last
WHERE entries <> '[]' AND NOT EXISTS (
  SELECT FROM shortlists WHERE shortlists.vacancy_id = last.vacancy_id AND shortlists.unit = last.unit
);

DROP INDEX shortlists_members;
DROP INDEX shortlist_history_members;
DROP INDEX shortlist_history_left;
CREATE INDEX shortlist_history_people ON shortlist_history USING gin (((diff -> 'entered') || (diff -> 'left')))
  WITH (fastupdate = off);
