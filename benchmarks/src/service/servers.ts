import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findProgram, type PreparedServer, preparePostgres, prepareRedis } from "@jobbmatch/local-servers";
import pg from "pg";
import { type Command, startProcess, untilReady } from "./child-process.ts";
import type { Cleanup } from "./cleanup.ts";

/** The servers that this machine has, and in one line each what is missing. */
export interface Servers {
  readonly postgresUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly missing: readonly string[];
}

/** Those that `DATABASE_URL` and `REDIS_URL` name, or else servers of our own in the folder. */
export async function openServers(folder: string, cleanup: Cleanup): Promise<Servers> {
  const { DATABASE_URL, REDIS_URL } = process.env;
  const postgresUrl = DATABASE_URL || (await startPostgres(folder, cleanup));
  const redisUrl = REDIS_URL || (await startRedis(folder, cleanup));
  const missing = [
    ...(postgresUrl === undefined ? ["PostgreSQL is missing: set DATABASE_URL or install it"] : []),
    ...(redisUrl === undefined ? ["Redis is missing: set REDIS_URL or install redis-server"] : []),
  ];
  return { postgresUrl, redisUrl, missing };
}

/** With the server's own settings: every commit waits for the disk. */
async function startPostgres(parent: string, cleanup: Cleanup): Promise<string | undefined> {
  const [initdb, postgres] = [findProgram("initdb"), findProgram("postgres")];
  if (initdb === undefined || postgres === undefined) return undefined;
  const folder = join(parent, "postgres");
  mkdirSync(folder);
  const settings = { max_connections: 200 };
  const programs = { initdb, postgres };
  const prepared = await preparePostgres({ folder, programs, durable: true, settings });
  await startServer({ ...prepared, endSignal: "SIGINT" }, cleanup);
  return prepared.url("postgres");
}

/** Without files of its own: whatever is lost with the queue is queued again from the database. */
async function startRedis(parent: string, cleanup: Cleanup): Promise<string | undefined> {
  const program = findProgram("redis-server");
  if (program === undefined) return undefined;
  const folder = join(parent, "redis");
  mkdirSync(folder);
  const prepared = await prepareRedis({ folder, program, persistent: false });
  await startServer(prepared, cleanup);
  return prepared.url;
}

/** Milliseconds between two looks whether a server is ready. */
const pollInterval = 100;

async function startServer(
  server: PreparedServer & Pick<Command, "endSignal">,
  cleanup: Cleanup,
): Promise<void> {
  await untilReady(startProcess(server, cleanup), server.isReady, pollInterval);
}

/** A new, empty database on a server; it is dropped at the end. */
export async function createDatabase(serverUrl: string, cleanup: Cleanup): Promise<string> {
  const name = `jobbmatch_benchmark_${randomBytes(6).toString("hex")}`;
  await execute(serverUrl, `CREATE DATABASE ${name}`);
  cleanup.add(() => execute(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
