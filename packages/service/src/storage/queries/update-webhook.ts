import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import { type Webhook, webhookColumns } from "../webhook.ts";

export interface WebhookUpdate {
  readonly id: string;
  readonly units: VisibleUnits;
  /** Absent: stays. */
  readonly url?: string | undefined;
  readonly kinds?: Webhook["kinds"] | undefined;
  readonly active?: boolean | undefined;
}

/** Changes a webhook; `undefined` when there is none that may be seen. */
export async function updateWebhook(client: Queryable, update: WebhookUpdate): Promise<Webhook | undefined> {
  const { id, units, url, kinds, active } = update;
  const { rows } = await client.query<Webhook>(
    `UPDATE webhooks SET url = coalesce($3, url), active = coalesce($4, active),
            kinds = CASE WHEN $5 THEN $6::text[] ELSE kinds END
     WHERE id = $1::uuid AND ($2::text[] IS NULL OR units <@ $2::text[]) RETURNING ${webhookColumns}`,
    [id, units, url ?? null, active ?? null, kinds !== undefined, kinds ?? null],
  );
  return rows[0];
}
