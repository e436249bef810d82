import type { Queryable } from "../database.ts";
import type { ShortlistEntry } from "../shortlist.ts";

/** A shortlist as it was. */
export interface PastShortlist {
  readonly position: number;
  /** When it became so, ISO time. */
  readonly at: string;
  readonly entries: readonly Pick<ShortlistEntry, "participant" | "rank" | "score">[];
}

export interface PastShortlistQuery {
  readonly vacancy: string;
  readonly unit: string;
  /** Day in Sweden, ISO date; changes on it count. */
  readonly date: string;
}

/** What a shortlist was at the end of a day; `undefined` if nobody had ever been on it. */
export async function readShortlistBefore(
  client: Queryable,
  { vacancy, unit, date }: PastShortlistQuery,
): Promise<PastShortlist | undefined> {
  const { rows } = await client.query<PastShortlist>(
    `SELECT position, at, entries FROM shortlist_history
     WHERE vacancy_id = $1 AND unit = $2 AND at < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'
     ORDER BY id DESC LIMIT 1`,
    [vacancy, unit, date],
  );
  return rows[0];
}
