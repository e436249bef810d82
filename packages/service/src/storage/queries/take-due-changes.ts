import type { Queryable } from "../database.ts";

/** A changed participant or vacancy whose shortlists have not been made anew yet. */
export interface PendingChange {
  readonly entity: "participant" | "vacancy";
  readonly id: string;
  readonly position: number;
}

/**
 * Marks pending changes as queued and returns them: those that never were, and those that were so long ago that their
 * jobs may be lost. Changes that a running catch-up covers are left to it.
 */
export async function takeDueChanges(
  client: Queryable,
  { limit, overdueMilliseconds }: { readonly limit: number; readonly overdueMilliseconds: number },
): Promise<PendingChange[]> {
  const { rows } = await client.query<PendingChange>(
    `WITH due AS (
       SELECT entity, id FROM pending_changes
       WHERE NOT rests
         AND (queued_at IS NULL OR queued_at < now() - $2 * interval '1 millisecond')
         AND position > (
           SELECT coalesce(max(position), 0) FROM batch_runs WHERE kind = 'catchUp' AND state = 'running'
         )
       ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED
     )
     UPDATE pending_changes SET queued_at = now() FROM due
     WHERE pending_changes.entity = due.entity AND pending_changes.id = due.id
     RETURNING pending_changes.entity, pending_changes.id, pending_changes.position`,
    [limit, overdueMilliseconds],
  );
  return [...rows].sort((a, b) => a.position - b.position);
}
