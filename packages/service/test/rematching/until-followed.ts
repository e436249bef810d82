import { setTimeout as sleep } from "node:timers/promises";
import type { Queryable } from "../../src/storage/database.ts";

/** Waits until the shortlists follow every change; survives servers that are away meanwhile. */
export async function untilFollowed(database: Queryable, milliseconds = 45_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await isFollowed(database).catch(() => false)) return;
    await sleep(25);
  }
  throw new Error(`the shortlists do not follow the changes after ${milliseconds} ms`);
}

async function isFollowed(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ isFollowed: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM pending_changes)
        AND (SELECT value FROM counters WHERE name = 'position')
          = (SELECT position FROM relay_cursors WHERE name = 'rematching') AS "isFollowed"`,
  );
  return rows[0]?.isFollowed === true;
}
