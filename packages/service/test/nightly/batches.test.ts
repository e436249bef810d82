import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import { defaultRepeatStrategy } from "bullmq";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IndexReplica } from "../../src/index-replica/index-replica.ts";
import { Batches } from "../../src/nightly/batches.ts";
import { scheduleNightly } from "../../src/nightly/nightly-schedule.ts";
import { silentLogger } from "../../src/observability/logger.ts";
import { type OpenQueues, openQueues } from "../../src/queue/open-queues.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { startNightlyWorker } from "../../src/workers/nightly-worker.ts";
import { freshShortlists, storedShortlists } from "../rematching/fresh-shortlists.ts";
import { RandomWrites } from "../rematching/random-writes.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

interface Run {
  readonly state: string;
  readonly report: Record<string, unknown> | null;
}

describeInEveryMode("batch runs", (servers) => {
  let embedder: Embedder;
  let storage: Storage;
  let replica: IndexReplica;
  let opened: OpenQueues;
  beforeAll(async () => {
    embedder = await TransformersEmbedder.create();
    const { config } = servers();
    storage = await openStorage({ config });
    const { database } = storage;
    replica = await IndexReplica.start({ database, embedder, folder: `${config.dataFolder}/index` });
    opened = await open();
    await new RandomWrites(database, { seed: 21, people: 12, places: 5 }).begin();
  });
  afterAll(async () => {
    await opened.close();
    await replica.close();
    await storage.close();
  });

  const open = () =>
    openQueues({ databaseUrl: storage.url, redisUrl: servers().config.redisUrl, logger: silentLogger });
  const batches = () => new Batches({ database: storage.database, queues: opened.queues, shardSize: 2 });
  const startWorker = () =>
    startNightlyWorker({
      queues: opened.queues,
      batches: batches(),
      database: storage.database,
      replica,
      retentionMonths: 0,
    });
  const runOf = async (id: string): Promise<Run | undefined> => {
    const { rows } = await storage.database.query<Run>("SELECT state, report FROM batch_runs WHERE id = $1", [
      id,
    ]);
    return rows[0];
  };
  const untilFinished = (id: string) =>
    expect.poll(async () => (await runOf(id))?.state, { timeout: 30_000 }).toBe("finished");

  it("refuses a run beside another one, and does what is left of one whose jobs were lost", async () => {
    const { id, shards } = await batches().start("manual");
    expect(shards).toBe(3);
    await expect(batches().start("nightly")).rejects.toMatchObject({ code: "conflict" });
    await opened.queues.nightly.obliterate({ force: true });
    await batches().resume();
    await batches().resume();
    startWorker();
    await untilFinished(id);
    expect(await storedShortlists(storage.database)).toEqual(
      await freshShortlists(storage.database, embedder),
    );
    const { rows } = await storage.database.query("SELECT 1 FROM pending_changes");
    expect(rows).toEqual([]);
  });

  it("reports what it found and what changed: nothing, when it runs again", async () => {
    const { id } = await batches().start("manual");
    await untilFinished(id);
    const report = (await runOf(id))?.report;
    expect(report).toMatchObject({
      vacancies: 5,
      changes: { shortlists: 0, entered: 0, left: 0, moved: 0 },
      vacanciesWithoutCandidates: { count: expect.any(Number) },
      participantsWithoutVacancies: { count: expect.any(Number) },
      milliseconds: {
        waiting: expect.any(Number),
        matching: expect.any(Number),
        storing: expect.any(Number),
      },
    });
    const { rows } = await storage.database.query<{ kind: string }>(
      "SELECT kind FROM events WHERE kind LIKE 'batch.%' ORDER BY id",
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      "batch.started",
      "batch.finished",
      "batch.started",
      "batch.finished",
    ]);
  });

  it("is resumed by another worker where a stopped one was", async () => {
    await opened.close();
    opened = await open();
    const { id } = await batches().start("manual");
    await storage.database.query(
      "UPDATE batch_shards SET state = 'finished' WHERE run_id = $1 AND number = 0",
      [id],
    );
    await storage.database.query(
      `UPDATE batch_shards SET result = (SELECT result FROM batch_shards WHERE result IS NOT NULL LIMIT 1)
       WHERE run_id = $1 AND number = 0`,
      [id],
    );
    startWorker();
    await untilFinished(id);
    expect((await runOf(id))?.report).toMatchObject({ vacancies: 5 });
  });

  it("has one schedule, however many processes set it", async () => {
    const schedule = { cron: "0 2 * * *", timeZone: "Europe/Stockholm" };
    await scheduleNightly(opened.queues, schedule);
    await scheduleNightly(opened.queues, schedule);
    await scheduleNightly(opened.queues, { ...schedule, cron: "0 3 * * *" });
    const schedulers = await opened.queues.nightly.getJobSchedulers();
    expect(schedulers).toMatchObject([{ key: "nightly", pattern: "0 3 * * *", tz: "Europe/Stockholm" }]);
    expect(await opened.queues.nightly.getJobCountByTypes("delayed")).toBe(1);
  });
});

describe("the nightly schedule", () => {
  const next = (time: string) =>
    new Date(
      defaultRepeatStrategy(Date.parse(time), { pattern: "0 2 * * *", tz: "Europe/Stockholm" }) ?? 0,
    ).toISOString();

  it("is at two o'clock in winter and in summer", () => {
    expect(next("2026-01-15T12:00:00Z")).toBe("2026-01-16T01:00:00.000Z");
    expect(next("2026-07-15T12:00:00Z")).toBe("2026-07-16T00:00:00.000Z");
  });

  it("comes once in the night that has no two o'clock, and once in the night that has two", () => {
    expect(next("2026-03-28T12:00:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(next("2026-03-29T01:00:00Z")).toBe("2026-03-30T00:00:00.000Z");
    expect(next("2026-10-24T12:00:00Z")).toBe("2026-10-25T00:00:00.000Z");
    expect(next("2026-10-25T00:00:00Z")).toBe("2026-10-26T01:00:00.000Z");
  });
});
