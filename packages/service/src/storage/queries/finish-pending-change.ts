import type { Queryable } from "../database.ts";
import type { PendingChange } from "./take-due-changes.ts";

/** Notes that the shortlists follow an entity up to a position; a newer change of it stays pending. */
export async function finishPendingChange(
  client: Queryable,
  { entity, id, position }: PendingChange,
): Promise<void> {
  await client.query("DELETE FROM pending_changes WHERE entity = $1 AND id = $2 AND position <= $3", [
    entity,
    id,
    position,
  ]);
}
