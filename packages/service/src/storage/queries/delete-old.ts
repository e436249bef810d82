import type { Queryable } from "../database.ts";

/** When a row of each table came to be. */
const times = {
  decisions: "at",
  shortlist_history: "at",
  events: "at",
  batch_runs: "finished_at",
  idempotency_keys: "at",
} as const;

/** Removes the rows of a table that are older than a time (ISO). @returns how many. */
export async function deleteOld(
  client: Queryable,
  table: keyof typeof times,
  before: string,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `WITH removed AS (DELETE FROM ${table} WHERE ${times[table]} < $1 RETURNING 1)
     SELECT count(*) AS count FROM removed`,
    [before],
  );
  return rows[0]?.count ?? 0;
}
