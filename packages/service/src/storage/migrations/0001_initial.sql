-- The truth of the service. Everything else (index, queue, shortlists) can be made anew from participants and vacancies.

-- One row for ever: an id of this database's history, so that a saved index of another database is never taken for ours.
CREATE TABLE history (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO history DEFAULT VALUES;

-- The last given position of the change log and id of an event. A writer locks the row until it commits, so the order of
-- the numbers is the order of the commits and there are no gaps: whoever has read N has seen everything up to N.
CREATE TABLE counters (
  name text PRIMARY KEY,
  value bigint NOT NULL
);
INSERT INTO counters (name, value) VALUES ('position', 0), ('event', 0);

CREATE TABLE participants (
  id text COLLATE "C" PRIMARY KEY,
  unit text NOT NULL,
  version bigint NOT NULL,
  body jsonb NOT NULL,
  position bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX participants_unit ON participants (unit, id);
CREATE INDEX participants_updated_at ON participants (updated_at);

CREATE TABLE vacancies (
  id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL,
  units text[],
  body jsonb NOT NULL,
  position bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE change_log (
  position bigint PRIMARY KEY,
  entity text NOT NULL CHECK (entity IN ('participant', 'vacancy')),
  id text NOT NULL,
  unit text,
  version bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('put', 'delete')),
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_log_entity ON change_log (entity, id);

-- How far the relay that feeds the queue has read the change log.
CREATE TABLE relay_cursors (
  name text PRIMARY KEY,
  position bigint NOT NULL
);
INSERT INTO relay_cursors (name, position) VALUES ('rematching', 0);

-- Changed entities whose shortlists have not been made anew yet. The queue can be rebuilt from this.
CREATE TABLE pending_changes (
  entity text NOT NULL CHECK (entity IN ('participant', 'vacancy')),
  id text NOT NULL,
  position bigint NOT NULL,
  -- When a job was last made for it; null: not yet.
  queued_at timestamptz,
  -- Its job failed for good and waits for somebody to replay it.
  rests boolean NOT NULL DEFAULT false,
  PRIMARY KEY (entity, id)
);
CREATE INDEX pending_changes_position ON pending_changes (position);

-- The highest position of a change that the shortlists of a unit follow. Writers of the unit's shortlists lock the row.
CREATE TABLE unit_progress (
  unit text PRIMARY KEY,
  position bigint NOT NULL
);

CREATE TABLE shortlists (
  vacancy_id text COLLATE "C" NOT NULL REFERENCES vacancies (id) ON DELETE CASCADE,
  unit text NOT NULL,
  -- The index that computed the list had seen everything up to here. 0: somebody was erased from it since.
  position bigint NOT NULL,
  date date NOT NULL,
  model text NOT NULL,
  rules_version text NOT NULL,
  computed_at timestamptz NOT NULL,
  entries jsonb NOT NULL,
  funnel jsonb NOT NULL,
  near_misses jsonb NOT NULL,
  -- What decides whether somebody would enter the list, without reading it.
  members jsonb NOT NULL GENERATED ALWAYS AS
    (jsonb_path_query_array(entries, '$[*].participant') || jsonb_path_query_array(near_misses, '$[*].participant'))
    STORED,
  entry_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(entries)) STORED,
  near_miss_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(near_misses)) STORED,
  lowest_score double precision GENERATED ALWAYS AS ((entries -> -1 ->> 'score')::double precision) STORED,
  lowest_near_miss_score double precision
    GENERATED ALWAYS AS ((near_misses -> -1 ->> 'score')::double precision) STORED,
  PRIMARY KEY (vacancy_id, unit)
);
CREATE INDEX shortlists_members ON shortlists USING gin (members);
CREATE INDEX shortlists_unit ON shortlists (unit, vacancy_id);

CREATE TABLE shortlist_history (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  vacancy_id text NOT NULL,
  unit text NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  cause text NOT NULL,
  diff jsonb NOT NULL,
  entries jsonb NOT NULL
);
CREATE INDEX shortlist_history_list ON shortlist_history (vacancy_id, unit, id);
CREATE INDEX shortlist_history_at ON shortlist_history (at);
CREATE INDEX shortlist_history_entries ON shortlist_history USING gin (entries jsonb_path_ops);
CREATE INDEX shortlist_history_left ON shortlist_history USING gin ((diff -> 'left') jsonb_path_ops);

CREATE TABLE events (
  id bigint PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  unit text,
  kind text NOT NULL,
  payload jsonb NOT NULL
);
CREATE INDEX events_at ON events (at);

CREATE TABLE webhooks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  url text NOT NULL,
  secret text NOT NULL,
  units text[],
  kinds text[],
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE webhook_deliveries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  webhook_id uuid NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  event_id bigint NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  last_status integer,
  next_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX webhook_deliveries_event ON webhook_deliveries (event_id);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (next_at) WHERE state = 'waiting';

CREATE TABLE decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
  participant_id text NOT NULL,
  vacancy_id text NOT NULL,
  unit text NOT NULL,
  state text NOT NULL,
  reason text,
  placement_type text,
  date date NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  key_id text NOT NULL,
  model text NOT NULL,
  rules_version text NOT NULL,
  index_position bigint NOT NULL,
  input_hash text NOT NULL
);
CREATE INDEX decisions_participant ON decisions (participant_id);
CREATE INDEX decisions_vacancy ON decisions (vacancy_id);
CREATE INDEX decisions_at ON decisions (at);

CREATE TABLE audit_log (
  id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  key_id text NOT NULL,
  action text NOT NULL,
  entity text,
  entity_id text,
  unit text,
  reason text,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_entity ON audit_log (entity, entity_id, id);
-- Several people are looked at at once when a list is read.
CREATE INDEX audit_log_participants ON audit_log USING gin ((details -> 'participants'));
CREATE INDEX audit_log_participant ON audit_log ((details ->> 'participant'));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_never_emptied BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE api_keys (
  id text PRIMARY KEY,
  name text NOT NULL,
  hash bytea NOT NULL,
  role text NOT NULL CHECK (role IN ('matcher', 'app', 'admin')),
  units text[],
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE idempotency_keys (
  key_id text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  response jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (key_id, key)
);
CREATE INDEX idempotency_keys_at ON idempotency_keys (at);

CREATE TABLE batch_runs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished', 'failed')),
  started_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  position bigint NOT NULL,
  report jsonb
);
-- Two runs never overlap.
CREATE UNIQUE INDEX batch_runs_running ON batch_runs ((true)) WHERE state = 'running';
CREATE INDEX batch_runs_started_at ON batch_runs (started_at, id);

CREATE TABLE batch_shards (
  run_id uuid NOT NULL REFERENCES batch_runs (id) ON DELETE CASCADE,
  number integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'finished')),
  vacancy_ids text[] NOT NULL,
  result jsonb,
  PRIMARY KEY (run_id, number)
);

-- What stays when people are erased or forgotten: counts.
CREATE TABLE statistics (
  month date NOT NULL,
  kind text NOT NULL,
  placement_type text NOT NULL DEFAULT '',
  unit text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (month, kind, placement_type, unit)
);
