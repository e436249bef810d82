import { join } from "node:path";
import { freePort, isListening } from "./ports.ts";
import type { PreparedServer } from "./prepared-server.ts";

export interface RedisOptions {
  /** For its files. */
  readonly folder: string;
  /** Path of `redis-server`. */
  readonly program: string;
  /** Keeps every write on disk, so that it is there after a restart, even after `SIGKILL`. */
  readonly persistent: boolean;
}

/** Prepares an empty Redis on a free port of the loopback address. */
export async function prepareRedis({
  folder,
  program,
  persistent,
}: RedisOptions): Promise<PreparedServer & { readonly url: string }> {
  const port = await freePort();
  const append = persistent ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"];
  return {
    program,
    args: ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", ...append],
    logFile: join(folder, "log"),
    user: undefined,
    isReady: () => isListening(port),
    url: `redis://127.0.0.1:${port}`,
  };
}
