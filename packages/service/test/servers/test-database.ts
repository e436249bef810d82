import { randomBytes } from "node:crypto";
import { migrateQueueSchema } from "../../src/queue/queue-backend.ts";
import { migrate } from "../../src/storage/migrations/migrate.ts";
import { createPool, openPostgres } from "../../src/storage/postgres-database.ts";
import { oncePerRun } from "./once-per-run.ts";
import { startPostgres } from "./postgres-server.ts";

const template = "jobbmatch_template";

/** A database of its own on the run's PostgreSQL server, up to date and empty. Goes with the server. */
export async function createTestDatabase(): Promise<string> {
  const server = await oncePerRun("postgres", startWithTemplate);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await execute(addressOf(server, "postgres"), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return addressOf(server, name);
}

async function startWithTemplate(): Promise<string> {
  const server = await startPostgres();
  await execute(server.url("postgres"), `CREATE DATABASE ${template}`);
  await prepare(server.url(template));
  return server.url("postgres");
}

/** Creates the tables of the service and of its queue. */
export async function prepare(url: string): Promise<void> {
  const database = openPostgres({ url, connections: 2 });
  await migrate(database);
  await database.close();
  const pool = createPool({ url, connections: 1 });
  await migrateQueueSchema(pool);
  await pool.end();
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const database = openPostgres({ url, connections: 1 });
  await database.query(sql);
  await database.close();
}
