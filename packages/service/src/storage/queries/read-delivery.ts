import type { Queryable } from "../database.ts";
import type { EventKind, StoredEvent } from "../event.ts";

/** An event that is to be sent, and where to. */
export interface Delivery {
  readonly id: string;
  /** Tries that failed already. */
  readonly attempts: number;
  readonly webhook: string;
  readonly url: string;
  readonly secret: string;
  readonly event: StoredEvent;
}

interface Row extends Omit<Delivery, "event"> {
  readonly event_id: number;
  readonly at: string;
  readonly unit: string | null;
  readonly kind: EventKind;
  readonly payload: StoredEvent["payload"];
}

/** A delivery that has not succeeded, to a webhook that is active; `undefined` when there is nothing to send. */
export async function readDelivery(client: Queryable, id: string): Promise<Delivery | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT webhook_deliveries.id, attempts, webhook_id AS webhook, url, secret,
            events.id AS event_id, events.at, events.unit, events.kind, events.payload
     FROM webhook_deliveries
     JOIN webhooks ON webhooks.id = webhook_id
     JOIN events ON events.id = event_id
     WHERE webhook_deliveries.id = $1 AND state <> 'delivered' AND active`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { event_id, at, unit, kind, payload, ...delivery } = row;
  return { ...delivery, event: { id: event_id, at, unit, kind, payload } };
}
