-- Entries of these indexes are filed at once and not gathered: a write that met the end of the gathering waited half a
-- second, and every search read what was gathered.
ALTER INDEX audit_log_participants SET (fastupdate = off);
ALTER INDEX shortlists_members SET (fastupdate = off);
ALTER INDEX shortlist_history_members SET (fastupdate = off);
ALTER INDEX shortlist_history_left SET (fastupdate = off);
SELECT gin_clean_pending_list(name::regclass)
FROM unnest(ARRAY['audit_log_participants', 'shortlists_members', 'shortlist_history_members', 'shortlist_history_left']) AS name;
