import type { Queues } from "../queue/queues.ts";
import type { Database } from "../storage/database.ts";
import { noteDelivery } from "../storage/queries/note-delivery.ts";
import { readDelivery } from "../storage/queries/read-delivery.ts";
import { delayAfter, mostAttempts, restAfter } from "../webhooks/retry-policy.ts";
import { sendEvent } from "../webhooks/send-event.ts";

export type DeliveryResult = "delivered" | "failed" | "given up";

export interface WebhookWorkerOptions {
  readonly queues: Queues;
  readonly database: Database;
  /** Told how each try went. */
  readonly onResult?: (result: DeliveryResult) => void;
}

/** Deliveries at the same time: most of it is waiting for answers. */
const concurrency = 8;

/**
 * Sends events to webhooks. At least once: a receiver may get an event again, with the same `Jobbmatch-Delivery`. After
 * the last try the job rests with the failed ones; replaying it tries once more.
 */
export function startWebhookWorker({ queues, database, onResult }: WebhookWorkerOptions): void {
  queues.startWorker(
    "webhooks",
    async ({ data }) => {
      const result = await deliver(database, data.delivery);
      if (result !== undefined) onResult?.(result);
      if (result === "given up") throw new Error("the endpoint did not accept the event");
    },
    { concurrency },
  );
}

async function deliver(database: Database, id: string): Promise<DeliveryResult | undefined> {
  const delivery = await readDelivery(database, id);
  if (delivery === undefined) return undefined;
  const { isAccepted, status } = await sendEvent(delivery);
  const attempts = delivery.attempts + 1;
  const isLast = attempts >= mostAttempts;
  await noteDelivery(database, {
    id,
    state: isAccepted ? "delivered" : isLast ? "failed" : "waiting",
    status,
    retryAfter: delayAfter(attempts),
    restFor: (failures) => (isAccepted ? null : restAfter(failures)),
  });
  if (isAccepted) return "delivered";
  return isLast ? "given up" : "failed";
}
