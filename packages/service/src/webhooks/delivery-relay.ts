import type { Queues } from "../queue/queues.ts";
import type { Database } from "../storage/database.ts";
import { makeWebhookDeliveries } from "../storage/queries/make-webhook-deliveries.ts";
import { takeDueDeliveries } from "../storage/queries/take-due-deliveries.ts";

export interface DeliveryRelayOptions {
  readonly database: Database;
  readonly queues: Pick<Queues, "webhooks">;
}

const eventsAtOnce = 500;
const deliveriesAtOnce = 100;
/** Milliseconds until a delivery whose job is lost is taken again; longer than a try takes. */
const leaseMilliseconds = 60_000;

/** Turns new events into deliveries, and queues those whose time has come. Several processes may do so at once. */
export async function relayDeliveries({ database, queues }: DeliveryRelayOptions): Promise<void> {
  while ((await makeWebhookDeliveries(database, eventsAtOnce)) === eventsAtOnce);
  const due = await takeDueDeliveries(database, { limit: deliveriesAtOnce, leaseMilliseconds });
  if (due.length === 0) return;
  // The database holds when to try again, so the queue does not try by itself.
  await queues.webhooks.addBulk(
    due.map((delivery) => ({ name: "deliver", data: { delivery }, opts: { attempts: 1 } })),
  );
}
