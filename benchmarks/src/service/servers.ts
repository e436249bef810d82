import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import pg from "pg";
import { freePort, startProcess, untilReady } from "./child-process.ts";
import type { Cleanup } from "./cleanup.ts";

/** The servers that this machine has, and in one line each what is missing. */
export interface Servers {
  readonly postgresUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly missing: readonly string[];
}

const debianPostgres = "/usr/lib/postgresql";

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
async function startPostgres(folder: string, cleanup: Cleanup): Promise<string | undefined> {
  const [initdb, postgres] = [find("initdb"), find("postgres")];
  const owner = ownerOfServers();
  if (initdb === undefined || postgres === undefined || owner === "nobody to run as") return undefined;
  const data = join(folder, "postgres");
  mkdirSync(data, { mode: 0o700 });
  if (owner !== undefined) chownSync(data, owner.uid, owner.gid);
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"];
  execFileSync(initdb, args, { stdio: "pipe", cwd: data, ...owner });
  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port, max_connections: 200 };
  const started = startProcess(
    {
      program: postgres,
      args: ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      logFile: join(folder, "postgres.log"),
      user: owner,
      endSignal: "SIGINT",
    },
    cleanup,
  );
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(started, () => canConnect(url), 100);
  return url;
}

/** Without files of its own: whatever is lost with the queue is queued again from the database. */
async function startRedis(folder: string, cleanup: Cleanup): Promise<string | undefined> {
  const program = find("redis-server");
  if (program === undefined) return undefined;
  const port = await freePort();
  const args = [
    "--port",
    `${port}`,
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const started = startProcess({ program, args, logFile: join(folder, "redis.log") }, cleanup);
  await untilReady(started, () => isOpen(port), 100);
  return `redis://127.0.0.1:${port}`;
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

function find(program: string): string | undefined {
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres).sort().reverse() : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.map((version) => join(debianPostgres, version, "bin")),
  ];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** PostgreSQL refuses to run as root; nobody else is needed when we are not root. */
function ownerOfServers(): { readonly uid: number; readonly gid: number } | undefined | "nobody to run as" {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [idOf("-u", name), idOf("-g", name)];
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  return "nobody to run as";
}

function idOf(option: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  } catch {
    return undefined;
  }
}

async function canConnect(url: string): Promise<boolean> {
  try {
    await execute(url, "SELECT 1");
    return true;
  } catch {
    return false;
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
