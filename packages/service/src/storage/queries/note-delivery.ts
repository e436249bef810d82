import type { Queryable } from "../database.ts";

/** How one try went. */
export interface DeliveryOutcome {
  readonly id: string;
  readonly state: "delivered" | "waiting" | "failed";
  /** HTTP status; `null` when there was no answer. */
  readonly status: number | null;
  /** Milliseconds until the next try. */
  readonly retryAfter: number;
  /** Milliseconds that the endpoint rests after so many failures in a row; `null`: it does not. */
  readonly restFor: (failures: number) => number | null;
}

/** Notes a try, and on the webhook how many have failed in a row. */
export async function noteDelivery(client: Queryable, outcome: DeliveryOutcome): Promise<void> {
  const { rows } = await client.query<{ id: string; failures: number }>(
    `WITH noted AS (
       UPDATE webhook_deliveries
       SET state = $2, attempts = attempts + 1, last_status = $3,
           next_at = now() + $4::float8 * interval '1 millisecond'
       WHERE id = $1 RETURNING webhook_id
     )
     UPDATE webhooks
     SET failures = CASE WHEN $2 = 'delivered' THEN 0 ELSE failures + 1 END,
         rests_until = CASE WHEN $2 = 'delivered' THEN NULL ELSE rests_until END
     FROM noted WHERE webhooks.id = noted.webhook_id RETURNING webhooks.id, failures`,
    [outcome.id, outcome.state, outcome.status, outcome.retryAfter],
  );
  const [webhook] = rows;
  if (webhook === undefined) return;
  const rest = outcome.restFor(webhook.failures);
  if (rest === null) return;
  await client.query(
    "UPDATE webhooks SET rests_until = now() + $2::float8 * interval '1 millisecond' WHERE id = $1",
    [webhook.id, rest],
  );
}
