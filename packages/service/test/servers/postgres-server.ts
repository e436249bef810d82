import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { preparePostgres } from "@jobbmatch/local-servers";
import { programPath } from "./programs.ts";
import { runFolder } from "./run-folder.ts";
import { ServerProcess } from "./server-process.ts";

/** A PostgreSQL server; `SIGQUIT` stops it like a crash, `SIGINT` after ending all connections. */
export interface PostgresServer {
  readonly process: ServerProcess;
  /** Address of a database of the server. */
  url(database: string): string;
}

/** Starts a server of its own with an empty database. Nothing here outlives the machine, so nothing waits for the disk. */
export async function startPostgres(): Promise<PostgresServer> {
  const prepared = await preparePostgres({
    folder: mkdtempSync(join(runFolder(), "postgres-")),
    programs: { initdb: await programPath("initdb"), postgres: await programPath("postgres") },
    durable: false,
    settings: { max_connections: 300, shared_buffers: "32MB" },
  });
  const process = new ServerProcess(prepared);
  await process.start();
  return { process, url: prepared.url };
}
