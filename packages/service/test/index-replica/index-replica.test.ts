import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Embedder, TransformersEmbedder } from "@jobbmatch/matcher";
import { afterAll, beforeAll, expect, it } from "vitest";
import { IndexReplica } from "../../src/index-replica/index-replica.ts";
import type { Database } from "../../src/storage/database.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { readHead } from "../../src/storage/queries/read-head.ts";
import { eraseParticipant } from "../../src/storage/records/erase-participant.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { RandomWrites } from "../rematching/random-writes.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const vacancy = {
  id: "v-kitchen",
  version: 1,
  employer: "School 4",
  title: "Kock",
  seats: 1,
  seatsTaken: 0,
  status: "open" as const,
};
const cook = { id: "p-cook", unit: "north", version: 7, experiences: [{ occupation: "kock", months: 40 }] };

async function put(database: Database, participant: typeof cook): Promise<number> {
  const [result] = await database.transaction((transaction) =>
    putParticipants(transaction, { records: [participant], units: null }),
  );
  if (result?.kind !== "written") throw new Error("not written");
  return result.position;
}

describeInEveryMode(
  "index replica",
  (servers) => {
    let embedder: Embedder;
    let storage: Storage;
    let database: Database;
    beforeAll(async () => {
      embedder = await TransformersEmbedder.create();
      storage = await openStorage({ config: servers().config });
      database = storage.database;
      await database.transaction((transaction) =>
        putVacancies(transaction, { records: [vacancy], units: null }),
      );
    });
    afterAll(() => storage.close());

    const folderOf = (name: string) => join(servers().config.dataFolder, name);
    const open = (name: string, own = embedder) =>
      IndexReplica.start({ database, embedder: own, folder: folderOf(name) });
    const everyList = async ({ matcher }: IndexReplica) => {
      const lists = [];
      for await (const list of matcher.rematch({ limit: 50, nearMisses: 10 })) lists.push(list);
      return lists.sort((a, b) => (a.vacancy < b.vacancy ? -1 : 1));
    };

    it("is ready once it has caught up, and has a change as soon as one has waited for it", async () => {
      const replica = await open("one");
      const position = await put(database, cook);
      expect(await replica.waitFor(position, 20_000)).toBe(true);
      expect(replica.isReady).toBe(true);
      expect(replica.position).toBeGreaterThanOrEqual(position);
      const { candidates } = replica.matcher.topCandidates(vacancy.id);
      expect(candidates.map(({ participant }) => participant)).toContain(cook.id);
      expect(await replica.waitFor(position + 1000, 20)).toBe(false);
      const aborted = AbortSignal.abort();
      expect(await replica.waitFor(position + 1000, 20_000, aborted)).toBe(false);
      await replica.close();
    });

    it("follows somebody who is erased and comes back with a lower version", async () => {
      const replica = await open("one");
      await replica.waitFor(await readHead(database), 20_000);
      const removed: string[] = [];
      replica.onRemoved((participants) => removed.push(...participants));
      await database.transaction((transaction) =>
        eraseParticipant(transaction, { id: cook.id, units: null }),
      );
      await replica.waitFor(await readHead(database), 20_000);
      expect(removed).toEqual([cook.id]);
      const position = await put(database, { ...cook, unit: "south", version: 1 });
      await replica.waitFor(position, 20_000);
      expect(replica.matcher.topCandidates(vacancy.id, { units: ["north"] }).candidates).toEqual([]);
      expect(replica.matcher.topCandidates(vacancy.id, { units: ["south"] }).candidates).toHaveLength(1);
      await replica.close();
    });

    it("gives the same answers, to the last bit, as another one at the same position, from a snapshot as from the log", async () => {
      // Each has a model of its own, as in a process of its own: no vector comes from what the other one remembers.
      const followed = await open("followed", await TransformersEmbedder.create());
      await followed.waitFor(1, 20_000);
      const writes = new RandomWrites(database, { seed: 3, people: 15, places: 4 });
      await writes.begin();
      await (await open("saved")).close();
      await writes.many(15);
      const head = await readHead(database);
      const opened = await open("saved", await TransformersEmbedder.create());
      await Promise.all([followed, opened].map((replica) => replica.waitFor(head, 30_000)));
      expect([followed.position, opened.position]).toEqual([head, head]);
      expect(await everyList(opened)).toEqual(await everyList(followed));
      await Promise.all([followed, opened].map((replica) => replica.close()));
    });

    it("keeps one snapshot, discards a damaged one and reads the database instead", async () => {
      const folder = folderOf("followed");
      const [name, ...others] = await readdir(folder);
      expect(others).toEqual([]);
      expect(name).toMatch(/^index-[0-9a-f-]{36}-\d+\.snapshot$/);
      const path = join(folder, name ?? "");
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, bytes.length / 2));
      const replica = await open("followed");
      await replica.waitFor(await readHead(database), 30_000);
      expect(replica.matcher.vacancyCount).toBeGreaterThan(1);
      await replica.close();
    });
  },
  { modes: ["embedded", "postgres"] },
);
