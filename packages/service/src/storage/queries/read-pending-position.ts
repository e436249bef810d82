import type { Queryable } from "../database.ts";

/**
 * The newest position of an entity whose shortlists are to be made anew; `undefined` when nothing is to be done, or when
 * a running catch-up does it.
 */
export async function readPendingPosition(
  client: Queryable,
  { entity, id }: { readonly entity: "participant" | "vacancy"; readonly id: string },
): Promise<number | undefined> {
  const { rows } = await client.query<{ position: number }>(
    `SELECT position FROM pending_changes
     WHERE entity = $1 AND id = $2 AND position > (
       SELECT coalesce(max(position), 0) FROM batch_runs WHERE kind = 'catchUp' AND state = 'running'
     )`,
    [entity, id],
  );
  return rows[0]?.position;
}
