import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { programPath } from "./programs.ts";
import { runFolder } from "./run-folder.ts";
import { freePort, ServerProcess } from "./server-process.ts";

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
  const port = await freePort();
  const append = persistent ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"];
  const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...append];
  const logFile = join(folder, "log");
  const process = new ServerProcess({ program: programPath("redis-server"), args, port, logFile });
  await process.start();
  return { process, url: `redis://127.0.0.1:${port}` };
}
