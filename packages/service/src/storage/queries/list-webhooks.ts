import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import { type Webhook, webhookColumns } from "../webhook.ts";

/** The webhooks that are told of nothing but units that may be seen, the oldest first. */
export async function listWebhooks(client: Queryable, units: VisibleUnits): Promise<readonly Webhook[]> {
  const { rows } = await client.query<Webhook>(
    `SELECT ${webhookColumns} FROM webhooks
     WHERE $1::text[] IS NULL OR units <@ $1::text[] ORDER BY created_at, id`,
    [units],
  );
  return rows;
}
