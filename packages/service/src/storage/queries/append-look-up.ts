import type { Queryable } from "../database.ts";

export interface LookUp {
  readonly keyId: string;
  readonly action: string;
  readonly vacancy?: string | undefined;
  readonly reason?: string | undefined;
  /** Ids of those who were looked at. */
  readonly participants: readonly string[];
}

/**
 * Adds to the audit log who looked at whom: one entry for each unit that the people belong to, so that a unit can see
 * every look at its own people and none at others'. A look that met nobody gives one entry too.
 */
export async function appendLookUp(client: Queryable, lookUp: LookUp): Promise<void> {
  const { keyId, action, vacancy = null, reason = null, participants } = lookUp;
  await client.query(
    `INSERT INTO audit_log (key_id, action, entity, entity_id, unit, reason, details)
     SELECT $1::text, $2::text, seen.entity, seen.id, seen.unit, $5::text,
            jsonb_strip_nulls(jsonb_build_object('vacancy', $3::text, 'participants', seen.ids))
     FROM (
       SELECT CASE WHEN count(*) = 1 THEN 'participant' END AS entity, CASE WHEN count(*) = 1 THEN min(id) END AS id,
              unit, CASE WHEN count(*) > 1 THEN to_jsonb(array_agg(id ORDER BY id)) END AS ids
       FROM participants WHERE id = ANY ($4::text[]) GROUP BY unit
       UNION ALL
       SELECT CASE WHEN $3::text IS NOT NULL THEN 'vacancy' END, $3::text, NULL, NULL
       WHERE NOT EXISTS (SELECT FROM participants WHERE id = ANY ($4::text[]))
     ) AS seen`,
    [keyId, action, vacancy, participants, reason],
  );
}
