import { setTimeout as sleep } from "node:timers/promises";
import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { type RunningService, startEmbedded } from "../../src/runtime.ts";
import { describeInEveryMode, prepareServers } from "../servers/describe-in-every-mode.ts";
import { type PostgresServer, startPostgres } from "../servers/postgres-server.ts";
import { freshShortlists, storedShortlists } from "./fresh-shortlists.ts";
import { RandomWrites } from "./random-writes.ts";
import { untilFollowed } from "./until-followed.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await TransformersEmbedder.create();
});

async function expectFresh({ database }: RunningService): Promise<void> {
  await untilFollowed(database);
  expect(await storedShortlists(database)).toEqual(await freshShortlists(database, embedder));
}

describeInEveryMode(
  "a queue that is lost",
  (servers) => {
    let service: RunningService;
    let writes: RandomWrites;
    beforeAll(async () => {
      service = await startEmbedded(servers().config, { embedder });
      writes = new RandomWrites(service.database, { seed: 11, people: 20, places: 4 });
      await writes.begin();
      await writes.many(5);
    });
    afterAll(() => service.close());

    it("is filled again from the database after FLUSHALL, and so is the schedule", async () => {
      const redis = new Redis(servers().redis?.url ?? "");
      for (let round = 0; round < 3; round++) {
        await redis.flushall();
        await writes.many(3);
      }
      await redis.flushall();
      await redis.quit();
      await expectFresh(service);
      await expect.poll(() => service.queues.nightly.getJobSchedulersCount(), { timeout: 10_000 }).toBe(1);
    });

    it("is filled again after Redis was killed and came back empty", async () => {
      const writing = writes.many(6);
      await servers().redis?.process.stop("SIGKILL");
      await writing;
      await sleep(300);
      await servers().redis?.process.start();
      await writes.many(3);
      await expectFresh(service);
    });
  },
  { modes: ["redis"] },
);

describe.each(["postgres", "redis"] as const)("a database that restarts under load (%s)", (mode) => {
  let server: PostgresServer;
  let service: RunningService;
  let servers: Awaited<ReturnType<typeof prepareServers>>;
  beforeAll(async () => {
    server = await startPostgres();
    servers = await prepareServers(mode);
    const config = readConfig({ ...servers.environment, DATABASE_URL: server.url("postgres") });
    service = await startEmbedded(config, { embedder });
  });
  afterAll(async () => {
    await service.close();
    await servers.close();
    await server.process.stop("SIGINT");
  });

  it("loses nothing that was acknowledged, and the shortlists follow again", async () => {
    const writes = new RandomWrites(service.database, { seed: 12, people: 20, places: 4 });
    await writes.begin();
    await writes.many(3);
    // As a crash of the server: everything that was not committed is gone.
    await server.process.stop("SIGQUIT");
    await expect(writes.next()).rejects.toThrow();
    await server.process.start();
    await writes.many(3);
    await expectFresh(service);
  });
});
