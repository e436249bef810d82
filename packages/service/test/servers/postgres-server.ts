import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { programPath, serverUser } from "./programs.ts";
import { runFolder } from "./run-folder.ts";
import { freePort, ServerProcess } from "./server-process.ts";

/** A PostgreSQL server; `SIGQUIT` stops it like a crash, `SIGINT` after ending all connections. */
export interface PostgresServer {
  readonly process: ServerProcess;
  /** Address of a database of the server. */
  url(database: string): string;
}

/** Nothing here outlives the machine, so nothing waits for the disk. */
const settings = [
  ["listen_addresses", "127.0.0.1"],
  ["unix_socket_directories", ""],
  ["fsync", "off"],
  ["full_page_writes", "off"],
  ["max_connections", "300"],
  ["shared_buffers", "32MB"],
] as const;

/** Starts a server of its own with an empty database. */
export async function startPostgres(): Promise<PostgresServer> {
  const user = serverUser();
  const folder = mkdtempSync(join(runFolder(), "postgres-"));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (user !== undefined) chownSync(data, user.uid, user.gid);
  const initialise = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  execFileSync(programPath("initdb"), initialise, { stdio: "pipe", cwd: folder, ...user });
  const port = await freePort();
  const args = [
    "-D",
    data,
    "-p",
    `${port}`,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const program = programPath("postgres");
  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  const isReady = () => answers(url("postgres"));
  const process = new ServerProcess({ program, args, port, logFile: join(folder, "log"), user, isReady });
  await process.start();
  return { process, url };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
