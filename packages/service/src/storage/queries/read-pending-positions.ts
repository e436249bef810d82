import type { Queryable } from "../database.ts";
import type { PendingChange } from "./take-due-changes.ts";

/**
 * The newest positions of those of some entities whose shortlists are to be made anew. Left out are those for which
 * nothing is to be done, and those that a running catch-up covers.
 */
export async function readPendingPositions(
  client: Queryable,
  entities: readonly Pick<PendingChange, "entity" | "id">[],
): Promise<readonly PendingChange[]> {
  const { rows } = await client.query<PendingChange>(
    `SELECT entity, id, position
     FROM unnest($1::text[], $2::text[]) AS asked (entity, id) JOIN pending_changes USING (entity, id)
     WHERE position > (
       SELECT coalesce(max(position), 0) FROM batch_runs WHERE kind = 'catchUp' AND state = 'running'
     )`,
    [entities.map(({ entity }) => entity), entities.map(({ id }) => id)],
  );
  return rows;
}
