import type { AuditEntry } from "../audit.ts";
import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";

export interface AuditQuery {
  readonly units: VisibleUnits;
  /** Only looks at and decisions on this participant. */
  readonly participant?: string | undefined;
  readonly keyId?: string | undefined;
  readonly action?: string | undefined;
  /** Id before which the entries begin; `null`: the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** The audit log, the newest entry first. */
export async function listAudit(client: Queryable, query: AuditQuery): Promise<readonly AuditEntry[]> {
  const { units, participant, keyId, action, before, limit } = query;
  const { rows } = await client.query<AuditEntry>(
    `SELECT id, at, key_id AS "keyId", action, entity, entity_id AS "entityId", unit, reason, details
     FROM audit_log
     WHERE ($1::text[] IS NULL OR unit = ANY ($1::text[]))
       AND ($2::text IS NULL OR (entity = 'participant' AND entity_id = $2) OR details -> 'participants' ? $2
            OR details ->> 'participant' = $2)
       AND ($3::text IS NULL OR key_id = $3) AND ($4::text IS NULL OR action = $4)
       AND ($5::bigint IS NULL OR id < $5)
     ORDER BY id DESC LIMIT $6`,
    [units, participant ?? null, keyId ?? null, action ?? null, before, limit],
  );
  return rows;
}
