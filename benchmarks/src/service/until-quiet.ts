import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient } from "./api-client.ts";
import { readMetrics } from "./metrics.ts";

interface BatchRuns {
  readonly items: readonly { readonly state: string }[];
}

/** Milliseconds between two looks, and for how long nothing may be left: lost jobs are looked for once a second. */
const interval = 250;
const quietTime = 2_500;
/** Milliseconds after which waiting is given up: the service does not keep up with what it is given. */
const patience = 1_200_000;

/**
 * Waits until every shortlist follows every change.
 *
 * @returns when that was first seen, as `performance.now()`.
 * @throws Error when it takes too long.
 */
export async function untilQuiet(client: ApiClient): Promise<number> {
  let quietSince: number | undefined;
  for (const begun = performance.now(); ; ) {
    const seen = performance.now();
    if (seen - begun > patience) throw new Error("the shortlists did not follow within twenty minutes");
    if (!(await isQuiet(client))) quietSince = undefined;
    else quietSince ??= seen;
    if (quietSince !== undefined && seen - quietSince >= quietTime) return quietSince;
    await sleep(interval);
  }
}

async function isQuiet(client: ApiClient): Promise<boolean> {
  const { openJobs, lag } = await readMetrics(client);
  // The reports of batch runs are long: they are asked for only when all else is quiet.
  if (openJobs > 0 || lag > 0) return false;
  const { items } = await client.json<BatchRuns>("GET", "/v1/batches");
  return items.every(({ state }) => state !== "running");
}
