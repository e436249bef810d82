import type { Queryable } from "../database.ts";

/** Units that have a stored shortlist for a vacancy. */
export async function readShortlistUnits(client: Queryable, vacancy: string): Promise<string[]> {
  const { rows } = await client.query<{ unit: string }>("SELECT unit FROM shortlists WHERE vacancy_id = $1", [
    vacancy,
  ]);
  return rows.map(({ unit }) => unit);
}
