import type { Queryable } from "../database.ts";

/** A run in which every shortlist is made anew. */
export interface ListedBatchRun {
  readonly id: string;
  readonly kind: string;
  readonly state: "running" | "finished" | "failed";
  /** ISO times. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Everything up to here is matched anew. */
  readonly position: number;
  readonly shards: number;
  readonly finishedShards: number;
  readonly report: unknown;
}

export interface BatchRunsQuery {
  /** Only this run. */
  readonly id?: string | undefined;
  readonly limit: number;
}

/** Batch runs with their progress, the newest first. */
export async function listBatchRuns(
  client: Queryable,
  { id, limit }: BatchRunsQuery,
): Promise<readonly ListedBatchRun[]> {
  const { rows } = await client.query<ListedBatchRun>(
    `SELECT id, kind, state, started_at AS "startedAt", finished_at AS "finishedAt", position, report,
            (SELECT count(*) FROM batch_shards WHERE run_id = batch_runs.id) AS shards,
            (SELECT count(*) FROM batch_shards WHERE run_id = batch_runs.id AND state = 'finished')
              AS "finishedShards"
     FROM batch_runs WHERE $1::uuid IS NULL OR id = $1::uuid
     ORDER BY started_at DESC, id LIMIT $2`,
    [id ?? null, limit],
  );
  return rows;
}
