import { type Embedder, TransformersEmbedder, today } from "@jobbmatch/matcher";
import type { Participant, Vacancy } from "@jobbmatch/shared";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { IndexReplica } from "../../src/index-replica/index-replica.ts";
import { silentLogger } from "../../src/observability/logger.ts";
import { type OpenQueues, openQueues } from "../../src/queue/open-queues.ts";
import { ChangeRelay, isCatchUpCheaper } from "../../src/rematching/change-relay.ts";
import { Rematcher } from "../../src/rematching/rematcher.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { finishFollowedChanges } from "../../src/storage/queries/finish-followed-changes.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { startRematchWorker } from "../../src/workers/rematch-worker.ts";
import { freshShortlists, storedShortlists } from "../rematching/fresh-shortlists.ts";
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

  const put = (...ids: string[]) => {
    version += 1;
    const records = ids.map((id) => ({ ...cook, id, version }));
    return storage.database.transaction((client) => putParticipants(client, { records, units: null }));
  };
  const pending = async () =>
    (
      await storage.database.query<{ id: string; rests: boolean }>(
        "SELECT id, rests FROM pending_changes ORDER BY id",
      )
    ).rows;
  const newestHistory = async () =>
    (await storage.database.query<{ id: number | null }>("SELECT max(id) AS id FROM shortlist_history"))
      .rows[0]?.id ?? 0;
  const follower = (day: () => string) => new Rematcher({ database: storage.database, replica, today: day });

  it("are one while nothing is begun, and one more for all that comes while it waits", async () => {
    const { queues } = opened;
    const jobs: (readonly string[])[] = [];
    await put("p-1", "p-2");
    await relay.relay();
    await put("p-3");
    await put("p-1", "p-3");
    await relay.relay();
    expect(await queues.rematch.getWaitingCount()).toBe(1);
    queues.startWorker("rematch", async ({ data: { changes } }) => {
      jobs.push(changes.map(({ id }) => id).sort());
      await finishFollowedChanges(storage.database, changes);
    });
    await expect.poll(() => jobs.length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => queues.rematch.getJobCountByTypes("waiting", "active")).toBe(0);
    await relay.relay();
    await expect.poll(() => jobs.length, { timeout: 10_000 }).toBe(2);
    expect(jobs[0]).toEqual(expect.arrayContaining(["p-1", "p-2"]));
    expect(jobs[1]).toEqual(["p-1", "p-3"]);
    await expect.poll(() => queues.rematch.getJobCountByTypes("waiting", "active")).toBe(0);
    await relay.relay();
    expect(await queues.rematch.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
  });

  it("make each shortlist once, whoever touches it, as a fresh computation does", async () => {
    const { database } = storage;
    const people = ["p-1", "p-2", "p-3", "p-4", "p-5", "p-6"];
    await put(...people);
    await relay.relay();
    const before = await newestHistory();
    const changes = people.map((id) => ({ entity: "participant" as const, id }));
    await follower(today).follow([...changes, { entity: "vacancy", id: vacancy.id }]);
    const { rows } = await database.query<{ vacancy_id: string; unit: string }>(
      "SELECT vacancy_id, unit FROM shortlist_history WHERE id > $1",
      [before],
    );
    expect(rows).toEqual([{ vacancy_id: vacancy.id, unit: cook.unit }]);
    expect((await pending()).filter(({ id }) => people.includes(id))).toEqual([]);
    expect(await storedShortlists(database)).toEqual(await freshShortlists(database, embedder));
  });

  it("leave the empty shortlists of closed vacancies alone, until these open", async () => {
    const { database } = storage;
    const closed = { ...vacancy, id: "v-closed" };
    const followed = (changes: Parameters<Rematcher["follow"]>[0]) => follower(today).follow(changes);
    const putClosed = async (fields: Partial<Vacancy>) => {
      const records = [{ ...closed, ...fields }];
      await database.transaction((client) => putVacancies(client, { records, units: null }));
      await relay.relay();
      await followed([{ entity: "vacancy", id: closed.id }]);
    };
    const list = async () =>
      (
        await database.query<{ position: number; entry_count: number }>(
          "SELECT position, entry_count FROM shortlists WHERE vacancy_id = 'v-closed' AND unit = 'north'",
        )
      ).rows[0];
    await put("p-1");
    await putClosed({ version: ++version, status: "filled" });
    const before = await list();
    expect(before?.entry_count).toBe(0);
    await put("p-1");
    await relay.relay();
    await followed([{ entity: "participant", id: "p-1" }]);
    expect(await list()).toEqual(before);
    await putClosed({ version: ++version });
    expect((await list())?.entry_count).toBeGreaterThan(0);
  });

  it("are taken apart when they fail, so that one change holds up no other", async () => {
    const { queues } = opened;
    const { database } = storage;
    await put("p-1", "p-2");
    await relay.relay();
    await queues.rematch.obliterate({ force: true });
    const followed: string[] = [];
    const rematcher = {
      follow: async (changes: readonly { readonly id: string }[]) => {
        if (changes.some(({ id }) => id === "p-1")) throw new TypeError("cannot be followed");
        followed.push(...changes.map(({ id }) => id));
      },
    };
    startRematchWorker({ queues, rematcher, database, concurrency: 1 });
    const changes = ["p-1", "p-2"].map((id) => ({ entity: "participant" as const, id, position: 1 }));
    await queues.rematch.add("changes", { changes });
    await expect.poll(() => followed, { timeout: 10_000 }).toEqual(["p-2"]);
    await expect.poll(() => queues.rematch.getJobCountByTypes("delayed"), { timeout: 10_000 }).toBe(1);
  });

  it("rest after their last failure without a word of a profile, and go on when they are replayed", async () => {
    const { queues } = opened;
    const { database } = storage;
    await put(cook.id);
    await relay.relay();
    await queues.rematch.obliterate({ force: true });
    let isBroken = true;
    const day = () => {
      if (isBroken) throw new TypeError("cannot read kock of undefined");
      return today();
    };
    startRematchWorker({ queues, rematcher: follower(day), database, concurrency: 1 });
    const changes = [{ entity: "participant" as const, id: cook.id, position: 1 }];
    await queues.rematch.add("change", { changes }, { attempts: 1 });
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
    expect(rows[0]?.members).toContain(cook.id);
  });

  it("do nothing when they are stale", async () => {
    const history = async () =>
      (await storage.database.query("SELECT id FROM shortlist_history UNION SELECT id FROM events")).rows
        .length;
    const rematcher = follower(today);
    await put(cook.id);
    await relay.relay();
    await rematcher.follow([{ entity: "participant", id: cook.id }]);
    const before = await history();
    await rematcher.follow([{ entity: "participant", id: cook.id }]);
    await rematcher.follow([{ entity: "vacancy", id: "v-unknown" }]);
    expect(await history()).toBe(before);
  });
});

it("catches up with a run of everything only when that is less work than single changes", () => {
  expect(isCatchUpCheaper({ changes: 15, shortlists: 1 })).toBe(false);
  expect(isCatchUpCheaper({ changes: 1000, shortlists: 100_000 })).toBe(false);
  expect(isCatchUpCheaper({ changes: 3000, shortlists: 2000 })).toBe(true);
});
