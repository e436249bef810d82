import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { prepareRedis } from "@jobbmatch/local-servers";
import { programPath } from "./programs.ts";
import { runFolder } from "./run-folder.ts";
import { ServerProcess } from "./server-process.ts";

export interface RedisServer {
  readonly process: ServerProcess;
  readonly url: string;
}

/**
 * Starts a Redis server of its own.
 *
 * @param persistent keeps every write on disk, so that it is there after a restart, even after `SIGKILL`.
 */
export async function startRedis({ persistent = false } = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(runFolder(), "redis-"));
  const program = await programPath("redis-server");
  const prepared = await prepareRedis({ folder, program, persistent });
  const process = new ServerProcess(prepared);
  await process.start();
  return { process, url: prepared.url };
}
