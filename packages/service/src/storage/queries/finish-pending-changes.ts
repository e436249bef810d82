import type { Queryable } from "../database.ts";

/** Notes that all shortlists follow everything up to a position. */
export async function finishPendingChanges(client: Queryable, position: number): Promise<void> {
  await client.query("DELETE FROM pending_changes WHERE position <= $1", [position]);
}
