import type { Queryable } from "../database.ts";

/** Notes a shard's result, once: a job that runs again changes nothing. */
export async function finishBatchShard(
  client: Queryable,
  { run, number, result }: { readonly run: string; readonly number: number; readonly result: object },
): Promise<void> {
  await client.query(
    `UPDATE batch_shards SET state = 'finished', result = $3
     WHERE run_id = $1 AND number = $2 AND state = 'waiting'`,
    [run, number, JSON.stringify(result)],
  );
}
