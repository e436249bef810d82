import type { Config } from "../config/config.ts";
import type { IndexReplica } from "../index-replica/index-replica.ts";
import type { ExpectLists } from "../index-replica/list-warmer.ts";
import type { Batches } from "../nightly/batches.ts";
import { scheduleNightly } from "../nightly/nightly-schedule.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { Queues } from "../queue/queues.ts";
import { ChangeRelay } from "../rematching/change-relay.ts";
import { listsOfUnits } from "../rematching/lists-of-units.ts";
import { Rematcher } from "../rematching/rematcher.ts";
import type { Database } from "../storage/database.ts";
import { relayDeliveries } from "../webhooks/delivery-relay.ts";
import { startNightlyWorker } from "./nightly-worker.ts";
import { PollingLoop } from "./polling-loop.ts";
import { startRematchWorker } from "./rematch-worker.ts";
import { startWebhookWorker } from "./webhook-worker.ts";

export interface BackgroundWorkOptions {
  readonly config: Pick<Config, "nightly" | "workerConcurrency" | "retentionMonths">;
  readonly database: Database;
  readonly queues: Queues;
  readonly replica: IndexReplica;
  readonly batches: Batches;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Milliseconds between looks for changes, for deliveries, and for runs and schedules that were lost. */
const changeInterval = 50;
const deliveryInterval = 200;
const upkeepInterval = 2000;

/** Everything that goes on without being asked for: relays, workers and the nightly schedule. */
export class BackgroundWork {
  readonly #loops: readonly PollingLoop[];
  readonly #queues: Queues;
  readonly #rematcher: Rematcher;
  /** What shortlists are made from. */
  readonly expectedLists: ExpectLists;

  constructor(options: BackgroundWorkOptions) {
    const { database, queues, logger, batches } = options;
    this.#queues = queues;
    const relay = new ChangeRelay({
      database,
      queues,
      startCatchUp: () => batches.startUnlessRunning("catchUp"),
    });
    const upkeep = async () => {
      await scheduleNightly(queues, options.config.nightly);
      await batches.resume();
    };
    this.expectedLists = (date) => listsOfUnits(database, date);
    this.#rematcher = new Rematcher({ database, replica: options.replica });
    startWorkers(options, this.#rematcher);
    const loop = (name: string, interval: number, round: () => Promise<void>) =>
      new PollingLoop({ name, interval, logger, round });
    this.#loops = [
      loop("change-relay", changeInterval, () => relay.relay()),
      loop("delivery-relay", deliveryInterval, () => relayDeliveries({ database, queues })),
      loop("upkeep", upkeepInterval, upkeep),
    ];
  }

  /** Whether changes are being followed right now. */
  get isBusy(): boolean {
    return this.#rematcher.isFollowing;
  }

  /** Begins nothing more, and waits for the jobs that run. */
  async close(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.close()));
    await this.#queues.closeWorkers();
  }
}

function startWorkers(
  { config, database, queues, replica, batches, metrics }: BackgroundWorkOptions,
  rematcher: Rematcher,
): void {
  startRematchWorker({ queues, rematcher, database, concurrency: config.workerConcurrency });
  startNightlyWorker({ queues, batches, database, replica, retentionMonths: config.retentionMonths });
  startWebhookWorker({
    queues,
    database,
    onResult: (outcome) => metrics.webhookDeliveries.inc({ outcome }),
  });
}
