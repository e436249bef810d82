-- Entries of lists in short: what the numbers and outcomes of all entries of a list stand for is told once, in judged_by.
-- See packed-shortlist.ts.
CREATE FUNCTION packed_entries(entries jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'participant', entry -> 'participant', 'rank', entry -> 'rank', 'score', entry -> 'score',
    'values', (SELECT coalesce(jsonb_agg(part -> 'value' ORDER BY number), '[]')
               FROM jsonb_array_elements(entry -> 'contributions') WITH ORDINALITY AS item (part, number)),
    'known', (SELECT coalesce(string_agg(CASE WHEN (part ->> 'known')::boolean THEN '1' ELSE '0' END, '' ORDER BY number), '')
              FROM jsonb_array_elements(entry -> 'contributions') WITH ORDINALITY AS item (part, number)),
    'outcomes', (SELECT coalesce(string_agg(left(part ->> 'outcome', 1), '' ORDER BY number), '')
                 FROM jsonb_array_elements(entry -> 'rules') WITH ORDINALITY AS item (part, number))
  ) ORDER BY place), '[]')
  FROM jsonb_array_elements(entries) WITH ORDINALITY AS list (entry, place)
$$;
CREATE FUNCTION judged_by(entry jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object(
    'features', (SELECT coalesce(jsonb_agg(jsonb_build_object('feature', part -> 'feature', 'weight', part -> 'weight')
                                           ORDER BY number), '[]')
                 FROM jsonb_array_elements(entry -> 'contributions') WITH ORDINALITY AS item (part, number)),
    'rules', (SELECT coalesce(jsonb_agg(part -> 'rule' ORDER BY number), '[]')
              FROM jsonb_array_elements(entry -> 'rules') WITH ORDINALITY AS item (part, number)))
$$;

ALTER TABLE shortlists
  ADD COLUMN judged_by jsonb,
  -- Of what judged_by, entries and near_misses hold; null: not known, or somebody was erased since.
  ADD COLUMN digest text,
  -- An index on the position itself would be written anew whenever a list is found to be as it was.
  ADD COLUMN is_erased boolean NOT NULL GENERATED ALWAYS AS (position = 0) STORED;
UPDATE shortlists SET
  judged_by = judged_by(coalesce(entries -> 0, near_misses -> 0)),
  entries = packed_entries(entries), near_misses = packed_entries(near_misses);
ALTER TABLE shortlists ALTER COLUMN judged_by SET NOT NULL;
DROP INDEX shortlists_erased;
CREATE INDEX shortlists_erased ON shortlists (unit) WHERE is_erased;
-- Room in each page, so that a list which is as it was is noted in its place.
ALTER TABLE shortlists SET (fillfactor = 70);

ALTER TABLE shortlist_history ADD COLUMN judged_by jsonb;
UPDATE shortlist_history SET judged_by = judged_by(entries -> 0), entries = packed_entries(entries);
ALTER TABLE shortlist_history ALTER COLUMN judged_by SET NOT NULL;

DROP FUNCTION packed_entries;
DROP FUNCTION judged_by;
