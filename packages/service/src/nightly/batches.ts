import { JobbmatchError } from "@jobbmatch/shared";
import type { BatchKind } from "../queue/batch-kind.ts";
import type { BatchJob } from "../queue/job-data.ts";
import { jobOptions, type Queues } from "../queue/queues.ts";
import type { Database } from "../storage/database.ts";
import { codeOf } from "../storage/postgres-database.ts";
import { appendEvents } from "../storage/queries/append-events.ts";
import { finishBatchRun } from "../storage/queries/finish-batch-run.ts";
import { finishPendingChanges } from "../storage/queries/finish-pending-changes.ts";
import { type RunningBatch, readRunningBatch } from "../storage/queries/read-running-batch.ts";
import { readShardResults } from "../storage/queries/read-shard-results.ts";
import { readUnlistedParticipants } from "../storage/queries/read-unlisted-participants.ts";
import { type StartedRun, startBatchRun } from "../storage/queries/start-batch-run.ts";
import { type BatchReport, batchReport, listedIds } from "./batch-report.ts";
import { shardResult } from "./shard-result.ts";

export interface BatchesOptions {
  readonly database: Database;
  readonly queues: Pick<Queues, "nightly" | "flows">;
  /** Vacancies in one shard. @default 25 */
  readonly shardSize?: number;
}

/** SQLSTATE of a unique index that refuses a row. */
const uniqueViolation = "23505";

/**
 * Runs in which every shortlist is made anew. A run and its shards are rows in the database; the jobs of the queue only
 * say that they are to be worked off, and are made again when they are lost.
 */
export class Batches {
  readonly #database: Database;
  readonly #queues: Pick<Queues, "nightly" | "flows">;
  readonly #shardSize: number;

  constructor({ database, queues, shardSize = 25 }: BatchesOptions) {
    this.#database = database;
    this.#queues = queues;
    this.#shardSize = shardSize;
  }

  /** @throws JobbmatchError `conflict` when a run is going on: two never overlap. */
  async start(kind: BatchKind): Promise<StartedRun> {
    const run = await this.#insertRun(kind);
    await this.resume();
    return run;
  }

  /** Starts a run, or leaves the one alone that is going on. */
  async startUnlessRunning(kind: BatchKind): Promise<void> {
    try {
      await this.start(kind);
    } catch (error) {
      if (!(error instanceof JobbmatchError && error.code === "conflict")) throw error;
    }
  }

  /** Queues what is left of the run that is going on, unless its jobs are there. */
  async resume(): Promise<void> {
    const run = await readRunningBatch(this.#database);
    if (run === undefined || (await this.#queues.nightly.getJob(finishId(run.id))) !== undefined) return;
    await this.#queues.flows.add(flowOf(run));
  }

  /** Adds up the shards and ends the run; does nothing when it is not going on. */
  async finish(id: string): Promise<void> {
    const run = await readRunningBatch(this.#database, id);
    if (run === undefined) return;
    if (run.waiting.length > 0)
      throw new JobbmatchError({ code: "conflict", id, message: "not every shard of the run is finished" });
    const report = await this.#reportOf(id);
    await this.#database.transaction(async (transaction) => {
      if (!(await finishBatchRun(transaction, { id, state: "finished", report }))) return;
      await finishPendingChanges(transaction, run.position);
      const payload = { run: id, state: "finished", shortlists: report.changes.shortlists };
      await appendEvents(transaction, [{ kind: "batch.finished", unit: null, payload }]);
    });
  }

  /** Gives the run up, so that another one can start. */
  async fail(id: string): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      if (!(await finishBatchRun(transaction, { id, state: "failed" }))) return;
      const payload = { run: id, state: "failed" };
      await appendEvents(transaction, [{ kind: "batch.finished", unit: null, payload }]);
    });
  }

  async #insertRun(kind: BatchKind): Promise<StartedRun> {
    try {
      return await this.#database.transaction(async (transaction) => {
        const run = await startBatchRun(transaction, { kind, shardSize: this.#shardSize });
        const payload = { run: run.id, reason: kind, position: run.position };
        await appendEvents(transaction, [{ kind: "batch.started", unit: null, payload }]);
        return run;
      });
    } catch (error) {
      if (codeOf(error) !== uniqueViolation) throw error;
      throw new JobbmatchError({ code: "conflict", message: "a batch run is going on" });
    }
  }

  async #reportOf(run: string): Promise<BatchReport> {
    const results = (await readShardResults(this.#database, run)).map((result) => shardResult.parse(result));
    return batchReport(results, await readUnlistedParticipants(this.#database, listedIds));
  }
}

function finishId(run: string): string {
  return `${run}-finish`;
}

/** The shards side by side, and then the end of the run. */
function flowOf({ id: run, waiting }: RunningBatch) {
  const finish: BatchJob = { step: "finish", run };
  return {
    name: "finish",
    queueName: "nightly",
    data: finish,
    opts: { jobId: finishId(run), ...jobOptions },
    children: waiting.map((number) => {
      const data: BatchJob = { step: "shard", run, number };
      const opts = { jobId: `${run}-${number}`, ...jobOptions, ignoreDependencyOnFailure: true };
      return { name: "shard", queueName: "nightly", data, opts };
    }),
  };
}
