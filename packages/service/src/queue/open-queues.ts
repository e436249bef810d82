import pg from "pg";
import type { Logger } from "../observability/logger.ts";
import { migrateQueueSchema, queueSchema } from "./queue-backend.ts";
import { type QueueOptions, Queues } from "./queues.ts";

export interface OpenQueuesOptions {
  /** Address of the database, for queues that are kept in it. */
  readonly databaseUrl: string;
  /** Address of Redis; absent: the queues are kept in the database. */
  readonly redisUrl: string | undefined;
  readonly logger: Logger;
  readonly onFinished?: NonNullable<QueueOptions["onFinished"]>;
}

/** The queues and how to let go of them. */
export interface OpenQueues {
  readonly queues: Queues;
  /** Ends workers, each after its running job, then queues, then connections. */
  close(): Promise<void>;
}

/** A listening connection for each worker, and some for what they and the queues ask. */
const poolConnections = 12;

/** Opens the queues where the settings want them; in the database, their tables are made or brought up to date. */
export async function openQueues(options: OpenQueuesOptions): Promise<OpenQueues> {
  const { databaseUrl, redisUrl, logger, onFinished = () => {} } = options;
  const onError = (error: Error) => logger.warn("queue connection failed", { error });
  if (redisUrl !== undefined) {
    const queues = new Queues({ connection: { kind: "redis", url: redisUrl }, onError, onFinished });
    return { queues, close: () => queues.close() };
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolConnections,
    keepAlive: true,
    options: `-c search_path=${queueSchema}`,
  });
  pool.on("error", onError);
  // A connection that breaks while it is lent out tells so itself; without a listener that would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  try {
    await migrateQueueSchema(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const queues = new Queues({ connection: { kind: "postgres", pool }, onError, onFinished });
  const close = async () => {
    await queues.close();
    await pool.end();
  };
  return { queues, close };
}
