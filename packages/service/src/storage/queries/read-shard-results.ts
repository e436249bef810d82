import type { Queryable } from "../database.ts";

/** The results of a run's finished shards, as they were noted. */
export async function readShardResults(client: Queryable, run: string): Promise<readonly unknown[]> {
  const { rows } = await client.query<{ result: unknown }>(
    "SELECT result FROM batch_shards WHERE run_id = $1 AND state = 'finished' ORDER BY number",
    [run],
  );
  return rows.map(({ result }) => result);
}
