import type { Queryable } from "../database.ts";

/** How a stored shortlist has changed. */
export interface ShortlistChange {
  readonly vacancy: string;
  readonly unit: string;
  readonly position: number;
  readonly cause: "participant" | "vacancy" | "batch";
  readonly diff: object;
}

/** Adds changes of shortlists to their histories, with the entries that are stored now: the server copies them. */
export async function appendShortlistHistory(
  client: Queryable,
  changes: readonly ShortlistChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `INSERT INTO shortlist_history (vacancy_id, unit, position, at, cause, diff, judged_by, entries)
     SELECT vacancy, change.unit, change.position, now(), cause, diff, judged_by, entries
     FROM jsonb_to_recordset($1::jsonb) AS change (vacancy text, unit text, position bigint, cause text, diff jsonb)
     JOIN shortlists ON shortlists.vacancy_id = change.vacancy AND shortlists.unit = change.unit`,
    [JSON.stringify(changes)],
  );
}
