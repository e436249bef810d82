import type { Transaction } from "../database.ts";

export interface StartedRun {
  readonly id: string;
  /** Everything up to here is matched anew. */
  readonly position: number;
  readonly shards: number;
}

/**
 * Notes the start of a run and divides all vacancies among its shards. Fails with a violation of `batch_runs_running`
 * when a run is going on.
 */
export async function startBatchRun(
  transaction: Transaction,
  { kind, shardSize }: { readonly kind: string; readonly shardSize: number },
): Promise<StartedRun> {
  const { rows } = await transaction.query<StartedRun>(
    `WITH run AS (
       INSERT INTO batch_runs (kind, position) SELECT $1, value FROM counters WHERE name = 'position'
       RETURNING id, position
     ), numbered AS (
       SELECT id, (row_number() OVER (ORDER BY id) - 1) / $2 AS shard FROM vacancies
     ), shards AS (
       INSERT INTO batch_shards (run_id, number, vacancy_ids)
       SELECT run.id, shard, array_agg(numbered.id ORDER BY numbered.id) FROM run, numbered GROUP BY run.id, shard
       RETURNING number
     )
     SELECT id, position, (SELECT count(*) FROM shards) AS shards FROM run`,
    [kind, shardSize],
  );
  const [run] = rows;
  if (run === undefined) throw new TypeError("a statement that inserts a row returned none");
  return run;
}
