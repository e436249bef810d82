import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { type Config, type Mode, readConfig } from "../../src/config/config.ts";
import { fillEmbeddedFolder } from "./embedded-folder.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";
import { runFolder } from "./run-folder.ts";
import { createTestDatabase } from "./test-database.ts";

/** What a process of the service finds in its environment, for one file of tests in one mode. */
export interface TestServers {
  readonly mode: Mode;
  /** The environment's variables, for programs that tests start. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same, read. A free port, no logs. */
  readonly config: Config;
  /** In the mode `redis`. */
  readonly redis: RedisServer | undefined;
}

/** Milliseconds; programs of servers may have to be installed first. */
const longestPreparation = 300_000;

export const modes: readonly Mode[] = ["embedded", "postgres", "redis"];

/**
 * Runs the same tests with an embedded database, with PostgreSQL, and with PostgreSQL and Redis: real servers, a
 * database and a Redis of their own for each file and mode.
 *
 * @param options `modes`: only some of them, for what does not concern the others.
 * @example
 * describeInEveryMode("storage", (servers) => {
 *   it("opens", async () => {
 *     const storage = await openStorage({ config: servers().config });
 *     await storage.close();
 *   });
 * });
 */
export function describeInEveryMode(
  name: string,
  define: (servers: () => TestServers) => void,
  options: { readonly modes?: readonly Mode[] } = {},
): void {
  describe.each(options.modes ?? modes)(`${name} (%s)`, (mode) => {
    let prepared: (TestServers & { close(): Promise<void> }) | undefined;
    beforeAll(async () => {
      prepared = await prepareServers(mode);
    }, longestPreparation);
    afterAll(() => prepared?.close());
    define(() => {
      if (prepared === undefined) throw new Error("the servers are ready in hooks and tests, not before");
      return prepared;
    });
  });
}

/** As `describeInEveryMode` does for one mode; the caller closes. */
export async function prepareServers(mode: Mode): Promise<TestServers & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(runFolder(), "data-"));
  const environment: Record<string, string> = { JOBBMATCH_DATA: folder, PORT: "0", LOG_LEVEL: "silent" };
  if (mode === "embedded") await fillEmbeddedFolder(folder);
  else environment.DATABASE_URL = await createTestDatabase();
  const redis = mode === "redis" ? await startRedis() : undefined;
  if (redis !== undefined) environment.REDIS_URL = redis.url;
  return {
    mode,
    environment,
    config: readConfig(environment),
    redis,
    close: async () => {
      await redis?.process.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
