import { JobbmatchError } from "@jobbmatch/shared";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { Database, Queryable } from "../storage/database.ts";
import { lockUnit, type UnitLockRequest } from "../storage/queries/lock-unit.ts";

/** How long to wait for the index, in milliseconds; then the job fails and is tried again later. */
const indexTimeLimit = 20_000;

export interface UnitWork extends UnitLockRequest {
  readonly database: Database;
  readonly replica: Pick<IndexReplica, "position" | "waitFor">;
}

/**
 * Runs a transaction in which nobody else writes the unit's shortlists, and the index has seen every change that they
 * follow. The index is never waited for inside a transaction: on the embedded database that would keep it from reading.
 *
 * @param act given the unit's revision, as `lockUnit` tells it.
 * @throws JobbmatchError `notCaughtUp` when the index does not get there in time.
 */
export async function inLockedUnit<Value>(
  { database, replica, ...request }: UnitWork,
  act: (client: Queryable, revision: number) => Promise<Value>,
): Promise<Value> {
  for (;;) {
    const outcome = await database.transaction(async (client) => {
      const { position, revision } = await lockUnit(client, request);
      return replica.position < position
        ? { isBehind: true as const, position }
        : { isBehind: false as const, value: await act(client, revision) };
    });
    if (!outcome.isBehind) return outcome.value;
    await waitForIndex(replica, outcome.position);
  }
}

/** @throws JobbmatchError `notCaughtUp` when the index does not reach the position in time. */
export async function waitForIndex(replica: Pick<IndexReplica, "waitFor">, position: number): Promise<void> {
  if (await replica.waitFor(position, indexTimeLimit)) return;
  throw new JobbmatchError({ code: "notCaughtUp", message: "the index did not reach the change in time" });
}
