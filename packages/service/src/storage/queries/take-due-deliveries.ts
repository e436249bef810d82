import type { Queryable } from "../database.ts";

/**
 * Takes deliveries whose time has come, those of resting webhooks left out. They come again after the lease unless
 * their outcome has been noted by then: the job of one that was lost is made again so.
 *
 * @returns ids of the deliveries.
 */
export async function takeDueDeliveries(
  client: Queryable,
  { limit, leaseMilliseconds }: { readonly limit: number; readonly leaseMilliseconds: number },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH due AS (
       SELECT webhook_deliveries.id FROM webhook_deliveries JOIN webhooks ON webhooks.id = webhook_id
       WHERE state = 'waiting' AND next_at <= now() AND (rests_until IS NULL OR rests_until <= now())
       ORDER BY next_at LIMIT $1 FOR UPDATE OF webhook_deliveries SKIP LOCKED
     )
     UPDATE webhook_deliveries SET next_at = now() + $2::float8 * interval '1 millisecond'
     FROM due WHERE webhook_deliveries.id = due.id RETURNING webhook_deliveries.id`,
    [limit, leaseMilliseconds],
  );
  return rows.map(({ id }) => id);
}
