column api_keys.id text NOT NULL
column api_keys.name text NOT NULL
column api_keys.hash bytea NOT NULL
column api_keys.role text NOT NULL
column api_keys.units text[]
column api_keys.created_at timestamp with time zone NOT NULL DEFAULT now()
column api_keys.expires_at timestamp with time zone
column api_keys.revoked_at timestamp with time zone
column audit_log.id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
column audit_log.at timestamp with time zone NOT NULL DEFAULT now()
column audit_log.key_id text NOT NULL
column audit_log.action text NOT NULL
column audit_log.entity text
column audit_log.entity_id text
column audit_log.unit text
column audit_log.reason text
column audit_log.details jsonb NOT NULL DEFAULT '{}'::jsonb
column batch_runs.id uuid NOT NULL DEFAULT gen_random_uuid()
column batch_runs.kind text NOT NULL
column batch_runs.state text NOT NULL DEFAULT 'running'::text
column batch_runs.started_at timestamp with time zone NOT NULL DEFAULT now()
column batch_runs.finished_at timestamp with time zone
column batch_runs.position bigint NOT NULL
column batch_runs.report jsonb
column batch_shards.run_id uuid NOT NULL
column batch_shards.number integer NOT NULL
column batch_shards.state text NOT NULL DEFAULT 'waiting'::text
column batch_shards.vacancy_ids text[] NOT NULL
column batch_shards.result jsonb
column change_log.position bigint NOT NULL
column change_log.entity text NOT NULL
column change_log.id text NOT NULL
column change_log.unit text
column change_log.version bigint NOT NULL
column change_log.kind text NOT NULL
column change_log.at timestamp with time zone NOT NULL DEFAULT now()
column counters.name text NOT NULL
column counters.value bigint NOT NULL
column decisions.id uuid NOT NULL DEFAULT gen_random_uuid()
column decisions.number bigint NOT NULL GENERATED ALWAYS AS IDENTITY
column decisions.participant_id text NOT NULL
column decisions.vacancy_id text NOT NULL
column decisions.unit text NOT NULL
column decisions.state text NOT NULL
column decisions.reason text
column decisions.placement_type text
column decisions.date date NOT NULL
column decisions.at timestamp with time zone NOT NULL DEFAULT now()
column decisions.key_id text NOT NULL
column decisions.model text NOT NULL
column decisions.rules_version text NOT NULL
column decisions.index_position bigint NOT NULL
column decisions.input_hash text NOT NULL
column events.id bigint NOT NULL
column events.at timestamp with time zone NOT NULL DEFAULT now()
column events.unit text
column events.kind text NOT NULL
column events.payload jsonb NOT NULL
column history.id uuid NOT NULL DEFAULT gen_random_uuid()
column history.created_at timestamp with time zone NOT NULL DEFAULT now()
column idempotency_keys.key_id text NOT NULL
column idempotency_keys.key text NOT NULL
column idempotency_keys.request_hash text NOT NULL
column idempotency_keys.status integer
column idempotency_keys.response jsonb
column idempotency_keys.at timestamp with time zone NOT NULL DEFAULT now()
column participants.id text COLLATE "C" NOT NULL
column participants.unit text NOT NULL
column participants.version bigint NOT NULL
column participants.body jsonb NOT NULL
column participants.position bigint NOT NULL
column participants.updated_at timestamp with time zone NOT NULL DEFAULT now()
column pending_changes.entity text NOT NULL
column pending_changes.id text NOT NULL
column pending_changes.position bigint NOT NULL
column pending_changes.queued_at timestamp with time zone
column pending_changes.rests boolean NOT NULL DEFAULT false
column relay_cursors.name text NOT NULL
column relay_cursors.position bigint NOT NULL
column schema_migrations.name text NOT NULL
column schema_migrations.checksum text NOT NULL
column schema_migrations.at timestamp with time zone NOT NULL DEFAULT now()
column shortlist_history.id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
column shortlist_history.vacancy_id text NOT NULL
column shortlist_history.unit text NOT NULL
column shortlist_history.position bigint NOT NULL
column shortlist_history.at timestamp with time zone NOT NULL DEFAULT now()
column shortlist_history.cause text NOT NULL
column shortlist_history.diff jsonb NOT NULL
column shortlist_history.entries jsonb NOT NULL
column shortlist_history.judged_by jsonb NOT NULL
column shortlists.vacancy_id text COLLATE "C" NOT NULL
column shortlists.unit text NOT NULL
column shortlists.position bigint NOT NULL
column shortlists.date date NOT NULL
column shortlists.model text NOT NULL
column shortlists.rules_version text NOT NULL
column shortlists.computed_at timestamp with time zone NOT NULL
column shortlists.entries jsonb NOT NULL
column shortlists.funnel jsonb NOT NULL
column shortlists.near_misses jsonb NOT NULL
column shortlists.members jsonb NOT NULL GENERATED ALWAYS AS ((jsonb_path_query_array(entries, '$[*]."participant"'::jsonpath) || jsonb_path_query_array(near_misses, '$[*]."participant"'::jsonpath))) STORED
column shortlists.entry_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(entries)) STORED
column shortlists.near_miss_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(near_misses)) STORED
column shortlists.lowest_score double precision GENERATED ALWAYS AS ((((entries -> '-1'::integer) ->> 'score'::text))::double precision) STORED
column shortlists.lowest_near_miss_score double precision GENERATED ALWAYS AS ((((near_misses -> '-1'::integer) ->> 'score'::text))::double precision) STORED
column shortlists.judged_by jsonb NOT NULL
column shortlists.digest text
column shortlists.is_erased boolean NOT NULL GENERATED ALWAYS AS (("position" = 0)) STORED
column statistics.month date NOT NULL
column statistics.kind text NOT NULL
column statistics.placement_type text NOT NULL DEFAULT ''::text
column statistics.unit text NOT NULL
column statistics.count bigint NOT NULL
column unit_progress.unit text NOT NULL
column unit_progress.position bigint NOT NULL
column unit_progress.revision bigint NOT NULL DEFAULT 0
column vacancies.id text COLLATE "C" NOT NULL
column vacancies.version bigint NOT NULL
column vacancies.units text[]
column vacancies.body jsonb NOT NULL
column vacancies.position bigint NOT NULL
column vacancies.updated_at timestamp with time zone NOT NULL DEFAULT now()
column webhook_deliveries.id uuid NOT NULL DEFAULT gen_random_uuid()
column webhook_deliveries.webhook_id uuid NOT NULL
column webhook_deliveries.event_id bigint NOT NULL
column webhook_deliveries.state text NOT NULL DEFAULT 'waiting'::text
column webhook_deliveries.attempts integer NOT NULL DEFAULT 0
column webhook_deliveries.last_status integer
column webhook_deliveries.next_at timestamp with time zone NOT NULL DEFAULT now()
column webhooks.id uuid NOT NULL DEFAULT gen_random_uuid()
column webhooks.url text NOT NULL
column webhooks.secret text NOT NULL
column webhooks.units text[]
column webhooks.kinds text[]
column webhooks.active boolean NOT NULL DEFAULT true
column webhooks.created_at timestamp with time zone NOT NULL DEFAULT now()
column webhooks.failures integer NOT NULL DEFAULT 0
column webhooks.rests_until timestamp with time zone
constraint api_keys.api_keys_pkey PRIMARY KEY (id)
constraint api_keys.api_keys_role_check CHECK ((role = ANY (ARRAY['matcher'::text, 'app'::text, 'admin'::text])))
constraint audit_log.audit_log_pkey PRIMARY KEY (id)
constraint batch_runs.batch_runs_pkey PRIMARY KEY (id)
constraint batch_runs.batch_runs_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'failed'::text])))
constraint batch_shards.batch_shards_pkey PRIMARY KEY (run_id, number)
constraint batch_shards.batch_shards_run_id_fkey FOREIGN KEY (run_id) REFERENCES batch_runs(id) ON DELETE CASCADE
constraint batch_shards.batch_shards_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'finished'::text])))
constraint change_log.change_log_entity_check CHECK ((entity = ANY (ARRAY['participant'::text, 'vacancy'::text])))
constraint change_log.change_log_kind_check CHECK ((kind = ANY (ARRAY['put'::text, 'delete'::text])))
constraint change_log.change_log_pkey PRIMARY KEY ("position")
constraint counters.counters_pkey PRIMARY KEY (name)
constraint decisions.decisions_number_key UNIQUE (number)
constraint decisions.decisions_pkey PRIMARY KEY (id)
constraint events.events_pkey PRIMARY KEY (id)
constraint history.history_pkey PRIMARY KEY (id)
constraint idempotency_keys.idempotency_keys_pkey PRIMARY KEY (key_id, key)
constraint participants.participants_pkey PRIMARY KEY (id)
constraint pending_changes.pending_changes_entity_check CHECK ((entity = ANY (ARRAY['participant'::text, 'vacancy'::text])))
constraint pending_changes.pending_changes_pkey PRIMARY KEY (entity, id)
constraint relay_cursors.relay_cursors_pkey PRIMARY KEY (name)
constraint schema_migrations.schema_migrations_pkey PRIMARY KEY (name)
constraint shortlist_history.shortlist_history_pkey PRIMARY KEY (id)
constraint shortlists.shortlists_pkey PRIMARY KEY (vacancy_id, unit)
constraint shortlists.shortlists_vacancy_id_fkey FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
constraint statistics.statistics_pkey PRIMARY KEY (month, kind, placement_type, unit)
constraint unit_progress.unit_progress_pkey PRIMARY KEY (unit)
constraint vacancies.vacancies_pkey PRIMARY KEY (id)
constraint webhook_deliveries.webhook_deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE
constraint webhook_deliveries.webhook_deliveries_pkey PRIMARY KEY (id)
constraint webhook_deliveries.webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
constraint webhook_deliveries.webhook_deliveries_webhook_id_event_id_key UNIQUE (webhook_id, event_id)
constraint webhook_deliveries.webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE
constraint webhooks.webhooks_pkey PRIMARY KEY (id)
CREATE UNIQUE INDEX api_keys_pkey ON public.api_keys USING btree (id)
CREATE INDEX audit_log_entity ON public.audit_log USING btree (entity, entity_id, id)
CREATE INDEX audit_log_participant ON public.audit_log USING btree (((details ->> 'participant'::text)))
CREATE INDEX audit_log_participants ON public.audit_log USING gin (((details -> 'participants'::text))) WITH (fastupdate=off)
CREATE UNIQUE INDEX audit_log_pkey ON public.audit_log USING btree (id)
CREATE UNIQUE INDEX batch_runs_pkey ON public.batch_runs USING btree (id)
CREATE UNIQUE INDEX batch_runs_running ON public.batch_runs USING btree ((true)) WHERE (state = 'running'::text)
CREATE INDEX batch_runs_started_at ON public.batch_runs USING btree (started_at, id)
CREATE UNIQUE INDEX batch_shards_pkey ON public.batch_shards USING btree (run_id, number)
CREATE INDEX change_log_entity ON public.change_log USING btree (entity, id)
CREATE UNIQUE INDEX change_log_pkey ON public.change_log USING btree ("position")
CREATE UNIQUE INDEX counters_pkey ON public.counters USING btree (name)
CREATE INDEX decisions_at ON public.decisions USING btree (at)
CREATE UNIQUE INDEX decisions_number_key ON public.decisions USING btree (number)
CREATE INDEX decisions_participant ON public.decisions USING btree (participant_id)
CREATE UNIQUE INDEX decisions_pkey ON public.decisions USING btree (id)
CREATE INDEX decisions_vacancy ON public.decisions USING btree (vacancy_id)
CREATE INDEX events_at ON public.events USING btree (at)
CREATE UNIQUE INDEX events_pkey ON public.events USING btree (id)
CREATE UNIQUE INDEX history_pkey ON public.history USING btree (id)
CREATE INDEX idempotency_keys_at ON public.idempotency_keys USING btree (at)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (key_id, key)
CREATE UNIQUE INDEX participants_pkey ON public.participants USING btree (id)
CREATE INDEX participants_unit ON public.participants USING btree (unit, id)
CREATE INDEX participants_updated_at ON public.participants USING btree (updated_at)
CREATE UNIQUE INDEX pending_changes_pkey ON public.pending_changes USING btree (entity, id)
CREATE INDEX pending_changes_position ON public.pending_changes USING btree ("position")
CREATE UNIQUE INDEX relay_cursors_pkey ON public.relay_cursors USING btree (name)
CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (name)
CREATE INDEX shortlist_history_at ON public.shortlist_history USING btree (at)
CREATE INDEX shortlist_history_list ON public.shortlist_history USING btree (vacancy_id, unit, id)
CREATE INDEX shortlist_history_people ON public.shortlist_history USING gin ((((diff -> 'entered'::text) || (diff -> 'left'::text)))) WITH (fastupdate=off)
CREATE UNIQUE INDEX shortlist_history_pkey ON public.shortlist_history USING btree (id)
CREATE INDEX shortlists_erased ON public.shortlists USING btree (unit) WHERE is_erased
CREATE UNIQUE INDEX shortlists_pkey ON public.shortlists USING btree (vacancy_id, unit)
CREATE INDEX shortlists_unit ON public.shortlists USING btree (unit, vacancy_id)
CREATE UNIQUE INDEX statistics_pkey ON public.statistics USING btree (month, kind, placement_type, unit)
CREATE UNIQUE INDEX unit_progress_pkey ON public.unit_progress USING btree (unit)
CREATE UNIQUE INDEX vacancies_pkey ON public.vacancies USING btree (id)
CREATE INDEX webhook_deliveries_event ON public.webhook_deliveries USING btree (event_id)
CREATE UNIQUE INDEX webhook_deliveries_pkey ON public.webhook_deliveries USING btree (id)
CREATE INDEX webhook_deliveries_waiting ON public.webhook_deliveries USING btree (next_at) WHERE (state = 'waiting'::text)
CREATE UNIQUE INDEX webhook_deliveries_webhook_id_event_id_key ON public.webhook_deliveries USING btree (webhook_id, event_id)
CREATE UNIQUE INDEX webhooks_pkey ON public.webhooks USING btree (id)
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$function$
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER audit_log_never_emptied BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
