import type { Queryable } from "../database.ts";

/** A stored shortlist as far as it decides whether a changed participant touches it. */
export interface ListState {
  readonly vacancy: string;
  /** The list has seen every change up to this one; 0: somebody was erased from it since. */
  readonly position: number;
  /** Ids, best first. */
  readonly entries: readonly string[];
  readonly nearMisses: readonly string[];
  readonly lowestScore: number | null;
  readonly lowestNearMissScore: number | null;
  /** False for a vacancy that was not open when the list was made, or demands nothing: nobody nearly misses it. */
  readonly hasRules: boolean;
}

interface Row extends Omit<ListState, "entries" | "nearMisses"> {
  readonly members: readonly string[];
  readonly entry_count: number;
}

/** All shortlists of a unit. Reads no entry. */
export async function readListStates(client: Queryable, unit: string): Promise<readonly ListState[]> {
  const { rows } = await client.query<Row>(
    `SELECT vacancy_id AS vacancy, position, members, entry_count, lowest_score AS "lowestScore",
            lowest_near_miss_score AS "lowestNearMissScore", funnel -> 'steps' <> '[]' AS "hasRules"
     FROM shortlists WHERE unit = $1`,
    [unit],
  );
  return rows.map(({ members, entry_count, ...row }) => ({
    ...row,
    entries: members.slice(0, entry_count),
    nearMisses: members.slice(entry_count),
  }));
}
