import type { Queryable } from "../database.ts";

/** The id of this database's history: positions of two databases with different ids have nothing to do with each other. */
export async function readHistory(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM history");
  return rows[0]?.id ?? "none";
}
