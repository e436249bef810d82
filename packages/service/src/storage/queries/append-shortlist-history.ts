import type { Queryable } from "../database.ts";
import { packShortlist } from "../packed-shortlist.ts";
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
    `INSERT INTO shortlist_history (vacancy_id, unit, position, at, cause, diff, judged_by, entries)
     SELECT vacancy, unit, position, now(), cause, diff, "judgedBy", entries
     FROM jsonb_to_recordset($1::jsonb) AS change
       (vacancy text, unit text, position bigint, cause text, diff jsonb, "judgedBy" jsonb, entries jsonb)`,
    [JSON.stringify(changes.map(packed))],
  );
}

function packed({ entries, ...change }: ShortlistChange) {
  const { judgedBy, entries: packedEntries } = packShortlist({ entries, nearMisses: [] });
  return { ...change, judgedBy, entries: packedEntries };
}
