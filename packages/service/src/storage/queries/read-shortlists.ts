import type { Queryable } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import { type ReadShortlist, type ShortlistRow, shortlistColumns, shortlistOf } from "./shortlist-row.ts";

/** The shortlists of a vacancy, one for each unit that may be seen, in the order of the units. */
export async function readShortlists(
  client: Queryable,
  { vacancy, units }: { readonly vacancy: string; readonly units: VisibleUnits },
): Promise<readonly ReadShortlist[]> {
  const { rows } = await client.query<ShortlistRow>(
    `SELECT ${shortlistColumns} FROM shortlists WHERE vacancy_id = $1 AND ($2::text[] IS NULL OR unit = ANY ($2::text[])) ORDER BY unit`,
    [vacancy, units],
  );
  return rows.map(shortlistOf);
}
