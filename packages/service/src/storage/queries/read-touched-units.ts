import type { Queryable } from "../database.ts";

/**
 * Units whose shortlists a change of a participant may touch: the participant's own, those with shortlists that hold
 * the participant, and those from whose shortlists somebody was erased.
 */
export async function readTouchedUnits(client: Queryable, participant: string): Promise<string[]> {
  const { rows } = await client.query<{ unit: string }>(
    `SELECT unit FROM participants WHERE id = $1
     UNION SELECT unit FROM shortlists WHERE members ? $1
     UNION SELECT unit FROM shortlists WHERE position = 0
     ORDER BY unit`,
    [participant],
  );
  return rows.map(({ unit }) => unit);
}
