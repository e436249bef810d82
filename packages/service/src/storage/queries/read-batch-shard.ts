import type { Queryable } from "../database.ts";

/** A shard that is to be matched. */
export interface WaitingShard {
  readonly vacancies: readonly string[];
  /** The run's position. */
  readonly position: number;
}

/** `undefined` when the shard is finished, or its run is over. */
export async function readBatchShard(
  client: Queryable,
  { run, number }: { readonly run: string; readonly number: number },
): Promise<WaitingShard | undefined> {
  const { rows } = await client.query<WaitingShard>(
    `SELECT vacancy_ids AS vacancies, position FROM batch_shards JOIN batch_runs ON id = run_id
     WHERE run_id = $1 AND number = $2 AND batch_shards.state = 'waiting' AND batch_runs.state = 'running'`,
    [run, number],
  );
  return rows[0];
}
