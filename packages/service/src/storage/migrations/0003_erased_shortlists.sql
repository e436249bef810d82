-- Shortlists from which somebody was erased, to be made anew.
CREATE INDEX shortlists_erased ON shortlists (unit) WHERE "position" = 0;
