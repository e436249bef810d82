import type { NewAuditEntry } from "../audit.ts";
import type { Queryable } from "../database.ts";

/** Adds an entry to the audit log. It can never be changed. */
export async function appendAudit(client: Queryable, entry: NewAuditEntry): Promise<void> {
  const { keyId, action, entity, entityId, unit, reason, details = {} } = entry;
  await client.query(
    `INSERT INTO audit_log (key_id, action, entity, entity_id, unit, reason, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [keyId, action, entity ?? null, entityId ?? null, unit ?? null, reason ?? null, JSON.stringify(details)],
  );
}
