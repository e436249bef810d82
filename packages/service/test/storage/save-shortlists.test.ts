import { expect, it } from "vitest";
import { readShortlists } from "../../src/storage/queries/read-shortlists.ts";
import { saveShortlists } from "../../src/storage/queries/save-shortlists.ts";
import { eraseParticipant } from "../../src/storage/records/erase-participant.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import type { ShortlistEntry, StoredShortlist } from "../../src/storage/shortlist.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { newShortlist } from "./new-shortlist.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

const entry = (participant: string, rank: number): ShortlistEntry => ({
  participant,
  rank,
  score: 1 / 3 / rank,
  contributions: [{ feature: "similarity", value: 1 / 3, weight: 1, contribution: 1 / 3, known: true }],
  rules: [{ rule: "language", outcome: "unknown" }],
});

describeInEveryMode(
  "stored shortlists",
  (servers) => {
    const storage = openDuringTests(servers);
    const funnel = { total: 2, steps: [], remaining: 2 };
    const list = (
      vacancy: string,
      position: number,
      entries: readonly ShortlistEntry[],
    ): StoredShortlist => ({
      vacancy,
      unit: "north",
      position,
      date: `2026-03-0${position % 9}`,
      model: "m",
      rulesVersion: "1",
      entries,
      nearMisses: [entry("near", 1)],
      funnel: { ...funnel, total: position },
    });
    const stored = async (vacancy: string) =>
      (await readShortlists(storage().database, { vacancy, units: null })).map(
        ({ computedAt: _computedAt, ...rest }) => rest,
      );
    const save = async (...lists: StoredShortlist[]) => [
      ...(await saveShortlists(storage().database, lists.map(newShortlist))),
    ];

    async function plant(vacancy: string, ...people: string[]): Promise<void> {
      const record = { version: 1, employer: "E", title: "T", seats: 1, seatsTaken: 0 } as const;
      await storage().database.transaction(async (transaction) => {
        await putVacancies(transaction, {
          records: [{ ...record, id: vacancy, status: "open" }],
          units: null,
        });
        const records = people.map((id) => ({ id, unit: "north", version: 1 }));
        await putParticipants(transaction, { records, units: null });
      });
    }

    it("are renewed whether they hold the same or not, and never by an older index", async () => {
      await plant("same");
      await plant("other");
      const people = [entry("a", 1), entry("b", 2)];
      expect(await save(list("same", 3, people), list("other", 3, people))).toHaveLength(2);
      const later = [list("same", 5, people), list("other", 5, [entry("b", 1)])];
      expect((await save(...later)).sort()).toEqual(["other", "same"]);
      expect([...(await stored("same")), ...(await stored("other"))]).toEqual(later);
      expect(await save(list("same", 4, people), list("other", 4, people))).toEqual([]);
      expect([...(await stored("same")), ...(await stored("other"))]).toEqual(later);
    });

    it("keep the funnel that they have when they come without one, whether they hold the same or not", async () => {
      for (const vacancy of ["uncounted", "changed", "unknown"]) await plant(vacancy);
      const people = [entry("a", 1), entry("b", 2)];
      await save(list("uncounted", 3, people), list("changed", 3, people));
      const others = [list("uncounted", 5, people), list("changed", 5, [entry("b", 1)])];
      const withoutFunnel = [...others, list("unknown", 5, people)].map((each) => ({
        ...newShortlist(each),
        funnel: undefined,
      }));
      const saved = await saveShortlists(storage().database, withoutFunnel);
      expect([...saved].sort()).toEqual(["changed", "uncounted"]);
      const kept = others.map((each) => ({ ...each, funnel: { ...funnel, total: 3 } }));
      expect([...(await stored("uncounted")), ...(await stored("changed"))]).toEqual(kept);
    });

    it("are written in full after somebody was erased, also when they then hold what they held before", async () => {
      await plant("erased", "gone");
      const before = list("erased", 3, [entry("gone", 1), entry("stays", 2)]);
      await save(before);
      await storage().database.transaction((transaction) =>
        eraseParticipant(transaction, { id: "gone", units: null }),
      );
      expect(await stored("erased")).toMatchObject([{ position: 0, entries: [{ participant: "stays" }] }]);
      const after = { ...before, position: 9 };
      expect(await save(after)).toEqual(["erased"]);
      expect(await stored("erased")).toEqual([after]);
    });
  },
  { modes: databaseModes },
);
