import { queueNames } from "./queue/job-data.ts";
import type { ServiceParts } from "./service-parts.ts";
import { readHead } from "./storage/queries/read-head.ts";

const states = ["waiting", "active", "delayed", "failed"] as const;

/** Brings the measurements of index and queues up to date. */
export async function measure({ database, queues, replica, metrics }: ServiceParts): Promise<void> {
  metrics.replicaPosition.set(replica.position);
  metrics.replicaLag.set(Math.max(0, (await readHead(database)) - replica.position));
  for (const queue of queueNames) {
    const counts = await queues[queue].getJobCounts(...states);
    for (const state of states) metrics.queueJobs.set({ queue, state }, counts[state] ?? 0);
  }
}
