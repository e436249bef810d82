import type { Queryable } from "../database.ts";

/** The position of the newest change; 0 when there is none. */
export async function readHead(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ value: number }>("SELECT value FROM counters WHERE name = $1", [
    "position",
  ]);
  return rows[0]?.value ?? 0;
}
