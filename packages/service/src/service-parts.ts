import { join } from "node:path";
import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import type { Config } from "./config/config.ts";
import { IndexReplica } from "./index-replica/index-replica.ts";
import { Batches } from "./nightly/batches.ts";
import { createLogger, type Logger } from "./observability/logger.ts";
import { createMetrics, type Metrics } from "./observability/metrics.ts";
import { openQueues } from "./queue/open-queues.ts";
import type { Queues } from "./queue/queues.ts";
import type { Database } from "./storage/database.ts";
import { openStorage } from "./storage/open-storage.ts";

/** What every role of the service is made of. */
export interface ServiceParts {
  readonly config: Config;
  readonly database: Database;
  readonly queues: Queues;
  readonly replica: IndexReplica;
  readonly batches: Batches;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Something that was opened and is to be closed. */
interface Closable {
  close(): Promise<void>;
}

/** Closes in the opposite order of opening, each however the one before it went, and then tells the first failure. */
export class Closables {
  readonly #opened: Closable[] = [];

  add<Opened extends Closable>(opened: Opened): Opened {
    this.#opened.push(opened);
    return opened;
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const opened of this.#opened.splice(0).reverse()) {
      await opened.close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** What tests replace. */
export interface PartsOverrides {
  readonly embedder?: Embedder;
  readonly logger?: Logger;
}

/**
 * Opens database, queues and index, in this order; `closables` closes them.
 *
 * @throws JobbmatchError `conflict` when another process has the data folder, `modelNotFound`.
 */
export async function openParts(
  config: Config,
  closables: Closables,
  overrides: PartsOverrides = {},
): Promise<ServiceParts> {
  const logger = overrides.logger ?? createLogger({ level: config.logLevel });
  const metrics = createMetrics({ ofProcess: true });
  const embedder = overrides.embedder ?? (await TransformersEmbedder.create());
  const onError = (error: Error) => logger.warn("database connection failed", { error });
  const { database, url } = closables.add(await openStorage({ config, onError }));
  const { queues } = closables.add(
    await openQueues({
      databaseUrl: url,
      redisUrl: config.redisUrl,
      logger,
      onFinished: ({ queue, outcome, seconds }) => {
        metrics.jobsFinished.inc({ queue, outcome });
        metrics.jobSeconds.observe({ queue }, seconds);
      },
    }),
  );
  const folder = join(config.dataFolder, "index");
  const replica = closables.add(await IndexReplica.start({ database, embedder, folder, logger }));
  return { config, database, queues, replica, batches: new Batches({ database, queues }), logger, metrics };
}
