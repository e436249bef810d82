import { JobbmatchError } from "@jobbmatch/shared";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { Database, Queryable } from "../storage/database.ts";
import { lockUnit } from "../storage/queries/lock-unit.ts";

/** How long to wait for the index, in milliseconds; then the job fails and is tried again later. */
const indexTimeLimit = 20_000;

export interface LockedUnit {
  readonly database: Database;
  readonly replica: Pick<IndexReplica, "position" | "waitFor">;
  readonly unit: string;
}

/**
 * Runs a transaction in which nobody else writes the unit's shortlists, and the index has seen every change that they
 * follow. The index is never waited for inside a transaction: on the embedded database that would keep it from reading.
 *
 * @throws JobbmatchError `notCaughtUp` when the index does not get there in time.
 */
export async function inLockedUnit<Value>(
  { database, replica, unit }: LockedUnit,
  act: (client: Queryable) => Promise<Value>,
): Promise<Value> {
  for (;;) {
    const outcome = await database.transaction(async (client) => {
      const progress = await lockUnit(client, unit);
      return replica.position < progress
        ? { isBehind: true as const, progress }
        : { isBehind: false as const, value: await act(client) };
    });
    if (!outcome.isBehind) return outcome.value;
    await waitForIndex(replica, outcome.progress);
  }
}

/** @throws JobbmatchError `notCaughtUp` when the index does not reach the position in time. */
export async function waitForIndex(replica: Pick<IndexReplica, "waitFor">, position: number): Promise<void> {
  if (await replica.waitFor(position, indexTimeLimit)) return;
  throw new JobbmatchError({ code: "notCaughtUp", message: "the index did not reach the change in time" });
}
