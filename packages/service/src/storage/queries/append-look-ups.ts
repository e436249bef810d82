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
export async function appendLookUps(client: Queryable, lookUps: readonly LookUp[]): Promise<void> {
  await client.query(
    `INSERT INTO audit_log (key_id, action, entity, entity_id, unit, reason, details)
     SELECT look.key_id, look.action, seen.entity, seen.id, seen.unit, look.reason,
            jsonb_strip_nulls(jsonb_build_object('vacancy', look.vacancy, 'participants', seen.ids))
     FROM (
       SELECT place, given ->> 'keyId' AS key_id, given ->> 'action' AS action, given ->> 'vacancy' AS vacancy,
              given ->> 'reason' AS reason, ARRAY(SELECT jsonb_array_elements_text(given -> 'participants')) AS ids
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS list (given, place)
     ) AS look
     CROSS JOIN LATERAL (
       SELECT CASE WHEN count(*) = 1 THEN 'participant' END AS entity, CASE WHEN count(*) = 1 THEN min(id) END AS id,
              unit, CASE WHEN count(*) > 1 THEN to_jsonb(array_agg(id ORDER BY id)) END AS ids
       FROM participants WHERE id = ANY (look.ids) GROUP BY unit
       UNION ALL
       SELECT CASE WHEN look.vacancy IS NOT NULL THEN 'vacancy' END, look.vacancy, NULL, NULL
       WHERE NOT EXISTS (SELECT FROM participants WHERE id = ANY (look.ids))
     ) AS seen
     ORDER BY look.place`,
    [JSON.stringify(lookUps)],
  );
}
