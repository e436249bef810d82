import type { Queryable } from "../database.ts";

/**
 * Moves the relay's cursor over the next changes of the log and notes each changed entity as pending, all in one
 * statement. An entity that is pending already is noted with its newest position, and is due again at once. Locks nothing
 * when nothing is new. The place is a single value and not a table to join, which would read the whole log each time; the
 * limit is part of the text, so that the server keeps the plan, which took it far longer to make than to carry out.
 *
 * @returns how many changes were read; 0 also when another process is moving the cursor.
 */
export async function queueChanges(client: Queryable, limit: number): Promise<number> {
  const { rows } = await client.query<{ changes: number }>(
    `WITH place AS (
       SELECT position FROM relay_cursors
       WHERE name = $1 AND position < (SELECT value FROM counters WHERE name = 'position')
       FOR UPDATE SKIP LOCKED
     ), recent AS (
       SELECT position, entity, id FROM change_log
       WHERE position > (SELECT position FROM place) ORDER BY position LIMIT ${Math.trunc(limit)}
     ), noted AS (
       INSERT INTO pending_changes (entity, id, position)
       SELECT entity, id, max(position) FROM recent GROUP BY entity, id ORDER BY entity, id
       ON CONFLICT (entity, id) DO UPDATE
       SET position = greatest(pending_changes.position, excluded.position), queued_at = NULL, rests = false
     ), moved AS (
       UPDATE relay_cursors SET position = (SELECT max(position) FROM recent)
       WHERE name = $1 AND EXISTS (SELECT FROM recent)
     )
     SELECT count(*) AS changes FROM recent`,
    ["rematching"],
  );
  return rows[0]?.changes ?? 0;
}
