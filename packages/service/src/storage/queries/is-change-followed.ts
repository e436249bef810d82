import type { Queryable } from "../database.ts";

/**
 * Whether the shortlists follow the change at a position of the change log, or a later one of the same record. Also true
 * when its job has failed for good and rests: waiting would not help.
 */
export async function isChangeFollowed(client: Queryable, position: number): Promise<boolean> {
  const { rows } = await client.query<{ isFollowed: boolean }>(
    `SELECT coalesce((SELECT position FROM relay_cursors WHERE name = 'rematching'), 0) >= $1
        AND NOT EXISTS (
          SELECT FROM change_log JOIN pending_changes USING (entity, id)
          WHERE change_log.position = $1 AND NOT pending_changes.rests
        ) AS "isFollowed"`,
    [position],
  );
  return rows[0]?.isFollowed === true;
}
