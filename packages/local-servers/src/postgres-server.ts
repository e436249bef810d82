import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./ports.ts";
import type { PreparedServer } from "./prepared-server.ts";
import { type ServerUser, serverUser } from "./server-user.ts";

export interface PostgresOptions {
  /** An empty folder for its files, inside of folders that everybody may enter. */
  readonly folder: string;
  /** Paths of its programs. */
  readonly programs: { readonly initdb: string; readonly postgres: string };
  /** Whether it waits for the disk, as real data needs it. */
  readonly durable: boolean;
  /** Settings of the server by name, beside those of its address. @default the server's own */
  readonly settings?: Readonly<Record<string, string | number>>;
}

const notDurable = { fsync: "off", full_page_writes: "off" };

/** Makes an empty PostgreSQL on a free port of the loopback address, which lets everybody of this machine in. */
export async function preparePostgres(
  options: PostgresOptions,
): Promise<PreparedServer & { url(database: string): string }> {
  const { folder, programs } = options;
  const user = serverUser();
  const data = initialise(options, user);
  const port = await freePort();
  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  const settings = Object.entries(settingsOf(options, port));
  return {
    program: programs.postgres,
    args: ["-D", data, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    logFile: join(folder, "log"),
    user,
    isReady: () => answers(url("postgres")),
    url,
  };
}

/** @returns the folder of the new, empty database. */
function initialise({ folder, programs, durable }: PostgresOptions, user: ServerUser | undefined): string {
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (user !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"];
  const withoutWaiting = durable ? [] : ["--no-sync"];
  execFileSync(programs.initdb, [...args, ...withoutWaiting], { stdio: "pipe", cwd: folder, ...user });
  return data;
}

function settingsOf({ settings, durable }: PostgresOptions, port: number): Record<string, string | number> {
  const address = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port };
  return { ...address, ...settings, ...(durable ? {} : notDurable) };
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
