import {
  type BackendClasses,
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  isPgPool,
  type PgPool,
  type RedisOptions,
  runMigrations,
  withBackend,
} from "bullmq";
import type pg from "pg";

/** Where the jobs are kept. */
export type QueueConnection =
  | {
      readonly kind: "postgres";
      /**
       * Room for a listening connection of each worker and some queries beside it: 10 or more. Unqualified names must
       * lead to the schema `bullmq`. It stays the caller's to close.
       */
      readonly pool: pg.Pool;
    }
  | {
      readonly kind: "redis";
      readonly url: string;
      /** What every key begins with. Default `jobbmatch`. */
      readonly prefix?: string;
    };

export const queueSchema = "bullmq";

/** The longest wait between two attempts to reach Redis again, in milliseconds. */
const longestReconnectDelay = 1000;

/**
 * The longest sleep of a worker on PostgreSQL while a job is due later, in seconds. BullMQ would sleep up to an hour and
 * be woken by a notification, which does not cross the embedded database's socket: the nightly job would keep all others
 * of its queue waiting.
 */
const longestSleep = 0.2;

const createBackend: BackendFactory<IQueueBackend, QueueConnection> = (name, options, factoryOptions) => {
  const { connection } = options;
  if (connection.kind === "redis")
    return createRedisBackend(name, { ...options, connection: redisOptions(connection.url) }, factoryOptions);
  const backend = createPostgresBackend(
    name,
    { ...options, connection: poolOf(connection.pool) },
    factoryOptions,
  );
  return Object.defineProperty(backend, "maximumBlockTimeout", { value: longestSleep });
};

/** BullMQ's classes for either place: the rest of the service does not see where the jobs are kept. */
export const backendClasses: BackendClasses<IQueueBackend, QueueConnection> = withBackend(createBackend);

/** The pool under BullMQ's own, narrower type of it, which the compiler does not find equal by itself. */
function poolOf(pool: pg.Pool): PgPool {
  const unknownPool: unknown = pool;
  if (isPgPool(unknownPool)) return unknownPool;
  throw new TypeError("the queue needs a pool of the pg library");
}

function redisOptions(url: string): RedisOptions {
  return {
    url,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, longestReconnectDelay),
  };
}

/** Creates BullMQ's tables in their own schema, or brings them up to date. Several processes may do so at once. */
export async function migrateQueueSchema(pool: pg.Pool): Promise<void> {
  const client = await poolOf(pool).connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    client.release();
  }
}
