import { type Embedder, TransformersEmbedder, today } from "@jobbmatch/matcher";
import type { Participant, Vacancy } from "@jobbmatch/shared";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { IndexReplica } from "../../src/index-replica/index-replica.ts";
import { silentLogger } from "../../src/observability/logger.ts";
import { type OpenQueues, openQueues } from "../../src/queue/open-queues.ts";
import { ChangeRelay, isCatchUpCheaper } from "../../src/rematching/change-relay.ts";
import { Rematcher } from "../../src/rematching/rematcher.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { readHead } from "../../src/storage/queries/read-head.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { startRematchWorker } from "../../src/workers/rematch-worker.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const vacancy: Vacancy = {
  id: "v-kitchen",
  version: 1,
  employer: "School 4",
  title: "Kock",
  seats: 1,
  seatsTaken: 0,
  status: "open",
};
const cook: Participant = {
  id: "p-cook",
  unit: "north",
  version: 1,
  experiences: [{ occupation: "kock", months: 40 }],
};

describeInEveryMode("jobs of re-matching", (servers) => {
  let embedder: Embedder;
  let storage: Storage;
  let replica: IndexReplica;
  let opened: OpenQueues;
  let relay: ChangeRelay;
  let version = 0;

  beforeAll(async () => {
    embedder = await TransformersEmbedder.create();
    const { config } = servers();
    storage = await openStorage({ config });
    const { database } = storage;
    replica = await IndexReplica.start({ database, embedder, folder: `${config.dataFolder}/index` });
    await database.transaction((client) => putVacancies(client, { records: [vacancy], units: null }));
  });
  afterAll(async () => {
    await replica.close();
    await storage.close();
  });

  beforeEach(async () => {
    const { redisUrl } = servers().config;
    opened = await openQueues({ databaseUrl: storage.url, redisUrl, logger: silentLogger });
    await opened.queues.rematch.obliterate({ force: true });
    await storage.database.query("DELETE FROM pending_changes");
    relay = new ChangeRelay({
      database: storage.database,
      queues: opened.queues,
      startCatchUp: async () => {},
    });
  });
  afterEach(() => opened.close());

  const put = () => {
    version += 1;
    const records = [{ ...cook, version }];
    return storage.database.transaction((client) => putParticipants(client, { records, units: null }));
  };
  const pending = async () =>
    (
      await storage.database.query<{ id: string; rests: boolean }>(
        "SELECT id, rests FROM pending_changes ORDER BY id",
      )
    ).rows;
  const follower = (day: () => string) => new Rematcher({ database: storage.database, replica, today: day });

  it("are one for many changes that wait, and one more for changes while it runs", async () => {
    const { queues } = opened;
    const positions: number[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await put();
    await put();
    await relay.relay();
    await put();
    await relay.relay();
    queues.startWorker("rematch", async ({ data }) => {
      if (data.entity === "vacancy") return;
      positions.push(data.position);
      if (positions.length === 1) await gate;
    });
    await expect.poll(() => positions.length, { timeout: 10_000 }).toBe(1);
    await put();
    await relay.relay();
    await put();
    await relay.relay();
    release();
    await expect.poll(() => positions.length, { timeout: 10_000 }).toBe(2);
    await expect.poll(() => queues.rematch.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
    expect(positions).toHaveLength(2);
    expect(positions[1]).toBe(await readHead(storage.database));
  });

  it("rest after their last failure without a word of a profile, and go on when they are replayed", async () => {
    const { queues } = opened;
    const { database } = storage;
    await put();
    await relay.relay();
    await queues.rematch.obliterate({ force: true });
    let isBroken = true;
    const day = () => {
      if (isBroken) throw new TypeError("cannot read kock of undefined");
      return today();
    };
    startRematchWorker({ queues, rematcher: follower(day), database, concurrency: 1 });
    const data = { entity: "participant" as const, id: cook.id, position: 1 };
    await queues.rematch.add("participant", data, { attempts: 1 });
    await expect.poll(pending, { timeout: 10_000 }).toContainEqual({ id: cook.id, rests: true });
    await expect.poll(() => queues.rematch.getFailedCount(), { timeout: 10_000 }).toBe(1);
    const [job] = await queues.rematch.getFailed();
    expect(JSON.stringify(job)).not.toContain("kock");
    await relay.relay();
    expect(await queues.rematch.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
    isBroken = false;
    await job?.retry("failed", { resetAttemptsMade: true });
    await expect
      .poll(async () => (await pending()).map(({ id }) => id), { timeout: 10_000 })
      .not.toContain(cook.id);
    const { rows } = await database.query<{ members: string[] }>(
      "SELECT members FROM shortlists WHERE unit = 'north'",
    );
    expect(rows).toEqual([{ members: [cook.id] }]);
  });

  it("do nothing when they are stale", async () => {
    const history = async () =>
      (await storage.database.query("SELECT id FROM shortlist_history UNION SELECT id FROM events")).rows
        .length;
    const rematcher = follower(today);
    await put();
    await relay.relay();
    await rematcher.follow({ entity: "participant", id: cook.id });
    const before = await history();
    await rematcher.follow({ entity: "participant", id: cook.id });
    await rematcher.follow({ entity: "vacancy", id: "v-unknown" });
    expect(await history()).toBe(before);
  });
});

it("catches up with a run of everything only when that is less work than single changes", () => {
  expect(isCatchUpCheaper({ changes: 15, shortlists: 1 })).toBe(false);
  expect(isCatchUpCheaper({ changes: 1000, shortlists: 100_000 })).toBe(false);
  expect(isCatchUpCheaper({ changes: 1000, shortlists: 2000 })).toBe(true);
});
