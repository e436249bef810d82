-- People in the history by their ids alone: an index of all of an entry's values costs some 3 ms for every row written.
DROP INDEX shortlist_history_entries;
CREATE INDEX shortlist_history_members ON shortlist_history
  USING gin (jsonb_path_query_array(entries, '$[*]."participant"'));
