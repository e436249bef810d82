import type { Queryable } from "../database.ts";
import type { ShortlistEntry } from "../shortlist.ts";

/** How a shortlist changed, and what it became. */
export interface ShortlistChange {
  readonly vacancy: string;
  readonly unit: string;
  readonly position: number;
  readonly cause: "participant" | "vacancy" | "batch";
  readonly diff: object;
  readonly entries: readonly ShortlistEntry[];
}

/** Adds changes of shortlists to their histories. */
export async function appendShortlistHistory(
  client: Queryable,
  changes: readonly ShortlistChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `INSERT INTO shortlist_history (vacancy_id, unit, position, at, cause, diff, entries)
     SELECT change->>'vacancy', change->>'unit', (change->>'position')::bigint, now(), change->>'cause',
            change->'diff', change->'entries'
     FROM jsonb_array_elements($1::jsonb) AS change`,
    [JSON.stringify(changes)],
  );
}
