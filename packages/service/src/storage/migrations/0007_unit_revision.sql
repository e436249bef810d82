-- Raised by everybody who writes a unit's shortlists, so that a worker can tell whether what it knows of them is so still.
ALTER TABLE unit_progress ADD COLUMN revision bigint NOT NULL DEFAULT 0;
