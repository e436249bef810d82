import type { Queryable } from "../database.ts";

/** Units that have participants, in order. Jumps from unit to unit in the index instead of reading every participant. */
export async function readUnits(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ unit: string }>(
    `WITH RECURSIVE found AS (
       (SELECT unit FROM participants ORDER BY unit LIMIT 1)
       UNION ALL
       SELECT (SELECT participants.unit FROM participants WHERE participants.unit > found.unit
               ORDER BY participants.unit LIMIT 1)
       FROM found WHERE found.unit IS NOT NULL
     )
     SELECT unit FROM found WHERE unit IS NOT NULL`,
  );
  return rows.map(({ unit }) => unit);
}
