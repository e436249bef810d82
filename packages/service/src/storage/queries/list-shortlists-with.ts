import type { Queryable } from "../database.ts";
import { type ReadShortlist, type ShortlistRow, shortlistColumns, shortlistOf } from "./shortlist-row.ts";

/** Shortlists that hold a participant, as a candidate or as a near miss. */
export async function listShortlistsWith(
  client: Queryable,
  participant: string,
): Promise<readonly ReadShortlist[]> {
  const { rows } = await client.query<ShortlistRow>(
    `SELECT ${shortlistColumns} FROM shortlists
     WHERE members ? $1 AND unit IN (SELECT unit FROM change_log WHERE entity = 'participant' AND id = $1)
     ORDER BY vacancy_id, unit`,
    [participant],
  );
  return rows.map(shortlistOf);
}
