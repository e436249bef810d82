import type { NewAuditEntry } from "../audit.ts";
import type { Queryable } from "../database.ts";

/** Adds entries to the audit log. They can never be changed. */
export async function appendAudit(client: Queryable, entries: readonly NewAuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await client.query(
    `INSERT INTO audit_log (key_id, action, entity, entity_id, unit, reason, details)
     SELECT entry ->> 'keyId', entry ->> 'action', entry ->> 'entity', entry ->> 'entityId', entry ->> 'unit',
            entry ->> 'reason', coalesce(entry -> 'details', '{}')
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (entry, place)
     ORDER BY place`,
    [JSON.stringify(entries)],
  );
}
