import type { Queryable } from "../database.ts";

/** The id of the newest event; 0 when there is none. */
export async function readLastEvent(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ value: number }>("SELECT value FROM counters WHERE name = $1", [
    "event",
  ]);
  return rows[0]?.value ?? 0;
}
