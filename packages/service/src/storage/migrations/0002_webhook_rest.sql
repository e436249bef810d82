-- How far the events have been turned into deliveries to webhooks.
INSERT INTO relay_cursors (name, position) VALUES ('webhooks', 0);

-- An endpoint that fails again and again rests for a while.
ALTER TABLE webhooks
  ADD COLUMN failures integer NOT NULL DEFAULT 0,
  ADD COLUMN rests_until timestamptz;
