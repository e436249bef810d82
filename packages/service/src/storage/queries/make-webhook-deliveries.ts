import type { Queryable } from "../database.ts";

/**
 * Moves the cursor of the webhooks over the next events and makes a delivery for each active webhook that wants one of
 * them and may see its unit, all in one statement. Locks nothing when nothing is new. The limit is part of the text, so
 * that the server keeps its plan: see `readChanges`.
 *
 * @returns how many events were read; 0 also when another process is moving the cursor.
 */
export async function makeWebhookDeliveries(client: Queryable, limit: number): Promise<number> {
  const { rows } = await client.query<{ events: number }>(
    `WITH place AS (
       SELECT position FROM relay_cursors
       WHERE name = $1 AND position < (SELECT value FROM counters WHERE name = 'event')
       FOR UPDATE SKIP LOCKED
     ), recent AS (
       SELECT id, unit, kind FROM events WHERE id > (SELECT position FROM place) ORDER BY id LIMIT ${Math.trunc(limit)}
     ), made AS (
       INSERT INTO webhook_deliveries (webhook_id, event_id)
       SELECT webhooks.id, recent.id FROM recent JOIN webhooks
         ON active
         AND (webhooks.kinds IS NULL OR recent.kind = ANY (webhooks.kinds))
         AND (webhooks.units IS NULL OR recent.unit IS NULL OR recent.unit = ANY (webhooks.units))
       ON CONFLICT DO NOTHING
     ), moved AS (
       UPDATE relay_cursors SET position = (SELECT max(id) FROM recent)
       WHERE name = $1 AND EXISTS (SELECT FROM recent)
     )
     SELECT count(*) AS events FROM recent`,
    ["webhooks"],
  );
  return rows[0]?.events ?? 0;
}
