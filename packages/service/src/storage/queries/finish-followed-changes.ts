import type { Queryable } from "../database.ts";
import type { PendingChange } from "./take-due-changes.ts";

/**
 * Notes that the shortlists follow some entities, each up to a position; a newer change stays pending. The rows are locked
 * in the order in which `queueChanges` writes them, so that neither waits for the other in a circle.
 */
export async function finishFollowedChanges(
  client: Queryable,
  changes: readonly PendingChange[],
): Promise<void> {
  await client.query(
    `WITH followed AS (
       SELECT pending_changes.entity, pending_changes.id
       FROM unnest($1::text[], $2::text[], $3::bigint[]) AS change (entity, id, position)
       JOIN pending_changes ON pending_changes.entity = change.entity AND pending_changes.id = change.id
         AND pending_changes.position <= change.position
       ORDER BY pending_changes.entity, pending_changes.id FOR UPDATE OF pending_changes
     )
     DELETE FROM pending_changes USING followed
     WHERE pending_changes.entity = followed.entity AND pending_changes.id = followed.id`,
    [
      changes.map(({ entity }) => entity),
      changes.map(({ id }) => id),
      changes.map(({ position }) => position),
    ],
  );
}
