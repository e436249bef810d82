import type { Queryable } from "../database.ts";

/** A run that is going on. */
export interface RunningBatch {
  readonly id: string;
  readonly kind: string;
  readonly position: number;
  /** Numbers of the shards that are not finished. */
  readonly waiting: readonly number[];
}

/** The run that is going on, or that run only if an id is given; `undefined` when there is none. */
export async function readRunningBatch(client: Queryable, id?: string): Promise<RunningBatch | undefined> {
  const { rows } = await client.query<RunningBatch>(
    `SELECT id, kind, position, ARRAY (
       SELECT number FROM batch_shards WHERE run_id = batch_runs.id AND state = 'waiting' ORDER BY number
     ) AS waiting
     FROM batch_runs WHERE state = 'running' AND ($1::uuid IS NULL OR id = $1)`,
    [id ?? null],
  );
  return rows[0];
}
