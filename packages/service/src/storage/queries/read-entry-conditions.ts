import type { Queryable } from "../database.ts";

/** What it takes to enter a stored shortlist. */
export interface EntryConditions {
  readonly vacancy: string;
  /** The list has seen every change up to this one. */
  readonly position: number;
  readonly entries: number;
  readonly lowestScore: number | null;
  readonly nearMisses: number;
  readonly lowestNearMissScore: number | null;
  /** False for a vacancy that was not open when the list was made, or demands nothing: nobody nearly misses it. */
  readonly hasRules: boolean;
}

/** What it takes to enter each of a unit's shortlists. Reads no list. */
export async function readEntryConditions(
  client: Queryable,
  unit: string,
): Promise<readonly EntryConditions[]> {
  const { rows } = await client.query<EntryConditions>(
    `SELECT vacancy_id AS vacancy, position, entry_count AS entries, lowest_score AS "lowestScore",
            near_miss_count AS "nearMisses", lowest_near_miss_score AS "lowestNearMissScore",
            funnel -> 'steps' <> '[]' AS "hasRules"
     FROM shortlists WHERE unit = $1`,
    [unit],
  );
  return rows;
}
