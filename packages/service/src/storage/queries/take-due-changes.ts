import type { Queryable } from "../database.ts";

/** A changed participant or vacancy whose shortlists have not been made anew yet. */
export interface PendingChange {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  readonly position: number;
}

/**
 * Marks pending changes as queued and returns them: those that never were, and those that were `lostAfter` milliseconds
 * ago or earlier, whose jobs may be lost. Changes that a running catch-up covers are left to it.
 */
export async function takeDueChanges(
  client: Queryable,
  { limit, lostAfter }: { readonly limit: number; readonly lostAfter: number | null },
): Promise<PendingChange[]> {
  const { rows } = await client.query<PendingChange>(
    `WITH due AS (
       SELECT entity, id FROM pending_changes
       WHERE NOT rests
         AND (queued_at IS NULL OR queued_at < now() - $2::float8 * interval '1 millisecond')
         AND position > (
           SELECT coalesce(max(position), 0) FROM batch_runs WHERE kind = 'catchUp' AND state = 'running'
         )
       ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED
     )
     UPDATE pending_changes SET queued_at = now() FROM due
     WHERE pending_changes.entity = due.entity AND pending_changes.id = due.id
     RETURNING pending_changes.entity, pending_changes.id, pending_changes.position`,
    [limit, lostAfter],
  );
  return [...rows].sort((a, b) => a.position - b.position);
}
