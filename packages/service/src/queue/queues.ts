import type { DefaultJobOptions, FlowProducer, IQueueBackend, Processor, Queue, Worker } from "bullmq";
import { type JobDataByQueue, type QueueName, queueNames } from "./job-data.ts";
import { backendClasses, type QueueConnection } from "./queue-backend.ts";

export type JobQueue<Name extends QueueName> = Queue<
  JobDataByQueue[Name],
  unknown,
  string,
  JobDataByQueue[Name],
  unknown,
  string,
  IQueueBackend,
  QueueConnection
>;
export type JobProcessor<Name extends QueueName> = Processor<JobDataByQueue[Name], unknown, string>;
type Closable = Pick<Worker, "close">;

export interface QueueOptions {
  readonly connection: QueueConnection;
  /** Called with errors of the connections, which BullMQ mends by itself. */
  readonly onError?: (error: Error) => void;
  /** Called when a job of this process has ended. */
  readonly onFinished?: (job: FinishedJob) => void;
}

/** How a job went. One that fails and is tried again is told of each time. */
export interface FinishedJob {
  readonly queue: QueueName;
  readonly outcome: "completed" | "failed";
  readonly seconds: number;
}

export interface WorkerSettings {
  /** Jobs at the same time in this process. Default 1. */
  readonly concurrency?: number;
}

/** How long a worker that says nothing is believed to be alive, in milliseconds; then its job goes to another. */
const lockDuration = 6000;
/**
 * Seconds that a worker sleeps between looks. Redis wakes it for a job; on the embedded database no notification does.
 */
const drainDelay = { redis: 5, postgres: 0.2 } as const;
/** A job whose worker died this often is taken for the cause and rests with the failed ones. */
const maxStalledCount = 10;

/** A job that fails is tried six times more, after 0.5, 1, 2, ... 16 seconds, and rests then until somebody replays it. */
export const jobOptions: DefaultJobOptions = {
  attempts: 7,
  backoff: { type: "exponential", delay: 500 },
  removeOnComplete: true,
  removeOnFail: { count: 10_000 },
};

/**
 * All queues of the service, made in one place. Jobs are delivered at least once; their workers are idempotent.
 * `close` ends workers first, each after its running job, then queues.
 */
export class Queues {
  readonly rematch: JobQueue<"rematch">;
  readonly nightly: JobQueue<"nightly">;
  readonly webhooks: JobQueue<"webhooks">;
  readonly flows: FlowProducer<IQueueBackend, QueueConnection>;
  readonly #base: { readonly connection: QueueConnection; readonly prefix?: string };
  readonly #onError: (error: Error) => void;
  readonly #onFinished: (job: FinishedJob) => void;
  readonly #workers: Closable[] = [];

  constructor({ connection, onError = () => {}, onFinished = () => {} }: QueueOptions) {
    this.#base =
      connection.kind === "redis" ? { connection, prefix: connection.prefix ?? "jobbmatch" } : { connection };
    this.#onError = onError;
    this.#onFinished = onFinished;
    this.rematch = this.#createQueue("rematch");
    this.nightly = this.#createQueue("nightly");
    this.webhooks = this.#createQueue("webhooks");
    this.flows = new backendClasses.FlowProducer(this.#base);
    this.flows.on("error", onError);
  }

  /** Resolves once the store of the jobs answers. */
  async waitUntilReady(): Promise<void> {
    for (const name of queueNames) await this[name].waitUntilReady();
    await this.flows.waitUntilReady();
  }

  /** Starts a worker in this process. */
  startWorker<Name extends QueueName>(
    name: Name,
    processor: JobProcessor<Name>,
    { concurrency = 1 }: WorkerSettings = {},
  ): void {
    const worker = new backendClasses.Worker<JobDataByQueue[Name], unknown, string>(name, processor, {
      ...this.#base,
      concurrency,
      drainDelay: drainDelay[this.#base.connection.kind],
      lockDuration,
      stalledInterval: lockDuration / 2,
      maxStalledCount,
    });
    worker.on("error", this.#onError);
    const tell = (outcome: FinishedJob["outcome"]) => (job: Times | undefined) =>
      this.#onFinished({ queue: name, outcome, seconds: secondsOf(job) });
    worker.on("completed", tell("completed"));
    worker.on("failed", tell("failed"));
    this.#workers.push(worker);
  }

  /** Takes no more jobs and waits for those that run. */
  async closeWorkers(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.close()));
  }

  async close(): Promise<void> {
    await this.closeWorkers();
    await Promise.all([this.flows.close(), ...queueNames.map((name) => this[name].close())]);
  }

  #createQueue<Name extends QueueName>(name: Name): JobQueue<Name> {
    const queue = new backendClasses.Queue<JobDataByQueue[Name], unknown, string>(name, {
      ...this.#base,
      defaultJobOptions: jobOptions,
    });
    queue.on("error", this.#onError);
    return queue;
  }
}

interface Times {
  readonly processedOn?: number | undefined;
  readonly finishedOn?: number | undefined;
}

function secondsOf({ processedOn = 0, finishedOn = processedOn }: Times = {}): number {
  return (finishedOn - processedOn) / 1000;
}
