import type { Queryable } from "../database.ts";

/**
 * Lets nobody else write a unit's shortlists until the end of the transaction.
 *
 * @returns the highest position of a change that the unit's shortlists follow: nothing that an older index computed
 * may be written any more, since it might undo what that change has done.
 */
export async function lockUnit(client: Queryable, unit: string): Promise<number> {
  const known = await lockRow(client, unit);
  if (known !== undefined) return known;
  await client.query("INSERT INTO unit_progress (unit, position) VALUES ($1, 0) ON CONFLICT DO NOTHING", [
    unit,
  ]);
  return (await lockRow(client, unit)) ?? 0;
}

async function lockRow(client: Queryable, unit: string): Promise<number | undefined> {
  const { rows } = await client.query<{ position: number }>(
    "SELECT position FROM unit_progress WHERE unit = $1 FOR UPDATE",
    [unit],
  );
  return rows[0]?.position;
}
