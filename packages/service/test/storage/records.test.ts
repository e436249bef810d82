import type { Participant, Vacancy } from "@jobbmatch/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { listEvents } from "../../src/storage/queries/list-events.ts";
import { listParticipants } from "../../src/storage/queries/list-participants.ts";
import { readChanges } from "../../src/storage/queries/read-changes.ts";
import { readHead } from "../../src/storage/queries/read-head.ts";
import { readLastEvent } from "../../src/storage/queries/read-last-event.ts";
import { readParticipant } from "../../src/storage/queries/read-participant.ts";
import { readVacancy } from "../../src/storage/queries/read-vacancy.ts";
import { changeRecord } from "../../src/storage/records/change-record.ts";
import { eraseParticipant } from "../../src/storage/records/erase-participant.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { participantKind } from "../../src/storage/records/record-kind.ts";
import { removeVacancy } from "../../src/storage/records/remove-vacancy.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

const participant = (id: string, version = 1, fields: Partial<Participant> = {}): Participant => ({
  id,
  unit: "north",
  version,
  ...fields,
});
const vacancy = (id: string, version = 1, fields: Partial<Vacancy> = {}): Vacancy => ({
  id,
  version,
  employer: "Employer 1",
  title: "Kock",
  seats: 1,
  seatsTaken: 0,
  status: "open",
  ...fields,
});

describeInEveryMode(
  "records",
  (servers) => {
    const storage = openDuringTests(servers);
    const put = (records: readonly Participant[], units: readonly string[] | null = null) =>
      storage().database.transaction((transaction) => putParticipants(transaction, { records, units }));

    it("stores, reads, changes and erases a participant, and the log tells of each", async () => {
      const { database } = storage();
      const before = await readHead(database);
      const [created] = await put([participant("a", 1, { about: "Åäö 🙂 \"'\\" })]);
      expect(created).toMatchObject({ outcome: "created", version: 1, position: before + 1 });
      const stored = await readParticipant(database, { id: "a", units: ["north"] });
      expect(stored?.body.about).toBe("Åäö 🙂 \"'\\");
      const changed = await database.transaction((transaction) =>
        changeRecord(transaction, participantKind, {
          id: "a",
          units: null,
          change: (old) => ({ ...participant("a"), version: (old?.version ?? 0) + 1 }),
        }),
      );
      expect(changed).toMatchObject({ outcome: "updated", version: 2, position: before + 2 });
      await database.transaction((transaction) => eraseParticipant(transaction, { id: "a", units: null }));
      expect(await readParticipant(database, { id: "a", units: null })).toBeUndefined();
      const window = await readChanges(database, { after: before, limit: 10 });
      expect(window).toMatchObject({ position: before + 3, participants: { present: [], removed: ["a"] } });
      const events = await listEvents(database, { after: 0, limit: 1000, units: ["north"] });
      expect(events.slice(-3).map(({ kind }) => kind)).toEqual([
        "participant.changed",
        "participant.changed",
        "participant.removed",
      ]);
    });

    it("refuses an older version, and another record with the same one", async () => {
      await put([participant("v", 5)]);
      const head = await readHead(storage().database);
      const [older] = await put([participant("v", 4)]);
      const [other] = await put([participant("v", 5, { about: "other" })]);
      const [same] = await put([participant("v", 5)]);
      expect(older).toMatchObject({ kind: "refused", problem: { code: "staleVersion", id: "v" } });
      expect(other).toMatchObject({ kind: "refused", problem: { code: "versionConflict" } });
      expect(same).toMatchObject({ kind: "written", outcome: "unchanged", version: 5 });
      expect(await readHead(storage().database)).toBe(head);
    });

    it("hides other units' participants, and does not let them be overwritten or erased", async () => {
      const { database } = storage();
      await put([participant("s", 1, { unit: "south" })]);
      expect(await readParticipant(database, { id: "s", units: ["north"] })).toBeUndefined();
      const [result] = await put([participant("s", 9)], ["north"]);
      expect(result).toMatchObject({ kind: "refused", problem: { code: "unknownParticipant" } });
      const erase = database.transaction((transaction) =>
        eraseParticipant(transaction, { id: "s", units: ["north"] }),
      );
      await expect(erase).rejects.toMatchObject({ code: "unknownParticipant" });
      expect((await readParticipant(database, { id: "s", units: ["south"] }))?.version).toBe(1);
    });

    it("tells the unit that somebody leaves, and the one that somebody comes to", async () => {
      const { database } = storage();
      await put([participant("m", 1, { unit: "south" })]);
      const last = await readLastEvent(database);
      await put([participant("m", 2, { unit: "north" })]);
      const eventsOf = async (unit: string) =>
        (await listEvents(database, { after: last, limit: 10, units: [unit] })).map(({ kind }) => kind);
      expect(await eventsOf("south")).toEqual(["participant.removed"]);
      expect(await eventsOf("north")).toEqual(["participant.changed"]);
    });

    it("keeps vacancies with units to those units", async () => {
      const { database } = storage();
      const records = [vacancy("open"), vacancy("closed", 1, { units: ["south"] })];
      await database.transaction((transaction) => putVacancies(transaction, { records, units: null }));
      expect(await readVacancy(database, { id: "open", units: ["north"] })).toBeDefined();
      expect(await readVacancy(database, { id: "closed", units: ["north"] })).toBeUndefined();
      const remove = (units: string[]) =>
        database.transaction((transaction) => removeVacancy(transaction, { id: "closed", units }));
      await expect(remove(["north"])).rejects.toMatchObject({ code: "unknownVacancy" });
      expect(await remove(["south"])).toMatchObject({ outcome: "removed" });
      expect(await readVacancy(database, { id: "closed", units: null })).toBeUndefined();
    });

    it("leaves nothing of a transaction that fails, not even a gap in the positions", async () => {
      const { database } = storage();
      const [head, event] = [await readHead(database), await readLastEvent(database)];
      const failing = database.transaction(async (transaction) => {
        await putParticipants(transaction, { records: [participant("never")], units: null });
        throw new Error("on purpose");
      });
      await expect(failing).rejects.toThrow("on purpose");
      expect(await readParticipant(database, { id: "never", units: null })).toBeUndefined();
      await put([participant("next")]);
      expect([await readHead(database), await readLastEvent(database)]).toEqual([head + 1, event + 1]);
    });

    it("equals a plain map, whatever is put in whatever batches", async () => {
      const { database } = storage();
      const record = fc.record({
        id: fc.constantFrom("x1", "x2", "x3"),
        version: fc.integer({ min: 0, max: 5 }),
        about: fc.constantFrom("one", "two"),
      });
      const batches = fc.array(fc.array(record, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(batches, async (all) => {
          await eraseAll(["x1", "x2", "x3"]);
          const oracle = new Map<string, Participant>();
          for (const batch of all) {
            const records = batch.map(({ id, version, about }) => participant(id, version, { about }));
            const expected = records.map((each) => putIntoMap(oracle, each));
            expect((await put(records)).map((result) => result.kind)).toEqual(expected);
          }
          const stored = await listParticipants(database, { after: "x", limit: 100, units: null });
          const ids = [...oracle.keys()].sort();
          expect(stored.map(({ body }) => body)).toEqual(ids.map((id) => oracle.get(id)));
        }),
        { numRuns: 15 },
      );

      async function eraseAll(ids: readonly string[]) {
        for (const id of ids)
          if ((await readParticipant(database, { id, units: null })) !== undefined)
            await database.transaction((transaction) => eraseParticipant(transaction, { id, units: null }));
      }
    });

    it("gives positions in the order of the commits: whoever has seen one has seen all before it", async () => {
      const { database } = storage();
      const start = await readHead(database);
      const [writers, writesEach] = [6, 12];
      let isWriting = true;
      const seen: number[][] = [];
      const reader = (async () => {
        while (isWriting) seen.push(await positionsAfter(start));
      })();
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let index = 0; index < writesEach; index++)
            await put([participant(`w${writer}-${index}a`), participant(`w${writer}-${index}b`)]);
        }),
      );
      isWriting = false;
      await reader;
      seen.push(await positionsAfter(start));
      for (const positions of seen) expect(positions).toEqual(positions.map((_, index) => start + index + 1));
      expect(seen.at(-1)).toHaveLength(2 * writers * writesEach);
      expect(seen.length).toBeGreaterThan(2);

      async function positionsAfter(after: number): Promise<number[]> {
        const sql = "SELECT position FROM change_log WHERE position > $1 ORDER BY position";
        const { rows } = await database.query<{ position: number }>(sql, [after]);
        return rows.map(({ position }) => position);
      }
    });
  },
  { modes: databaseModes },
);

function putIntoMap(map: Map<string, Participant>, record: Participant): "written" | "refused" {
  const stored = map.get(record.id);
  const isSame = stored?.version === record.version && stored.about === record.about;
  if (stored !== undefined && !isSame && record.version <= stored.version) return "refused";
  map.set(record.id, record);
  return "written";
}
