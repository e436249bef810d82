import { JobbmatchError } from "@jobbmatch/shared";
import type { Queryable } from "../database.ts";
import { type Webhook, webhookColumns } from "../webhook.ts";

export type NewWebhook = Pick<Webhook, "url" | "units" | "kinds"> & {
  /** What the deliveries are signed with. */
  readonly secret: string;
};

/** Stores a webhook. */
export async function insertWebhook(
  client: Queryable,
  { url, secret, units, kinds }: NewWebhook,
): Promise<Webhook> {
  const { rows } = await client.query<Webhook>(
    `INSERT INTO webhooks (url, secret, units, kinds) VALUES ($1, $2, $3, $4) RETURNING ${webhookColumns}`,
    [url, secret, units, kinds],
  );
  if (rows[0] === undefined)
    throw new JobbmatchError({ code: "internalError", message: "the webhook was not stored" });
  return rows[0];
}
