import type { Batches } from "../nightly/batches.ts";
import { type MatchShardOptions, matchShard } from "../nightly/match-shard.ts";
import type { BatchKind } from "../queue/batch-kind.ts";
import type { BatchJob } from "../queue/job-data.ts";
import type { Queues } from "../queue/queues.ts";
import { finishBatchShard } from "../storage/queries/finish-batch-shard.ts";
import { readBatchShard } from "../storage/queries/read-batch-shard.ts";
import { applyRetention } from "../storage/records/apply-retention.ts";
import { isLastAttempt, withoutTexts } from "./job-failure.ts";

export interface NightlyWorkerOptions extends MatchShardOptions {
  readonly queues: Queues;
  readonly batches: Batches;
  /** Months after which what has not changed is removed; 0: never. */
  readonly retentionMonths: number;
}

/** While the shortlists of one shard are being stored, those of the other are made. */
const shardsAtOnce = 2;

/**
 * Works off the steps of batch runs. At least once: a shard that is finished is not matched again, and a run ends once.
 * A step that fails for good ends its run as failed.
 */
export function startNightlyWorker(options: NightlyWorkerOptions): void {
  options.queues.startWorker(
    "nightly",
    async (job) => {
      try {
        await carryOut(job.data, options);
      } catch (error) {
        if (isLastAttempt(job) && job.data.step !== "start") await options.batches.fail(job.data.run);
        throw withoutTexts(error);
      }
    },
    { concurrency: shardsAtOnce },
  );
}

async function carryOut(job: BatchJob, options: NightlyWorkerOptions): Promise<void> {
  switch (job.step) {
    case "start":
      return start(job.kind, options);
    case "shard":
      return matchOnce(job, options);
    case "finish":
      return options.batches.finish(job.run);
  }
}

/** The night also removes what is too old. */
async function start(
  kind: BatchKind,
  { batches, database, retentionMonths }: NightlyWorkerOptions,
): Promise<void> {
  await batches.startUnlessRunning(kind);
  if (kind === "nightly") await applyRetention(database, { months: retentionMonths });
}

async function matchOnce(
  { run, number }: Extract<BatchJob, { step: "shard" }>,
  options: NightlyWorkerOptions,
): Promise<void> {
  const shard = await readBatchShard(options.database, { run, number });
  if (shard === undefined) return;
  const result = await matchShard(options, { ...shard, number });
  await finishBatchShard(options.database, { run, number, result });
}
