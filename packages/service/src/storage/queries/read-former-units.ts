import type { Queryable } from "../database.ts";

/** Units that a participant belongs to or has belonged to. */
export async function readFormerUnits(client: Queryable, participant: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ unit: string }>(
    `SELECT DISTINCT unit FROM change_log
     WHERE entity = 'participant' AND id = $1 AND unit IS NOT NULL ORDER BY unit`,
    [participant],
  );
  return rows.map(({ unit }) => unit);
}
