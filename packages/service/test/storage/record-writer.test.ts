import { JobbmatchError, type Participant } from "@jobbmatch/shared";
import { expect, it } from "vitest";
import { readHead } from "../../src/storage/queries/read-head.ts";
import { readParticipant } from "../../src/storage/queries/read-participant.ts";
import { groupingWriters } from "../../src/storage/records/record-writer.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

describeInEveryMode(
  "writes that come at the same time",
  (servers) => {
    const storage = openDuringTests(servers);
    const raised =
      (id: string, fields: Partial<Participant> = {}) =>
      (old: { readonly version: number } | undefined): Participant => ({
        id,
        unit: "north",
        version: (old?.version ?? 0) + 1,
        ...fields,
      });
    const commits = async (after: number) =>
      (
        await storage().database.query<{ changes: number; commits: number }>(
          "SELECT count(*) AS changes, count(DISTINCT at) AS commits FROM change_log WHERE position > $1",
          [after],
        )
      ).rows[0];

    it("each see those before them, and share commits", async () => {
      const { database } = storage();
      const before = await readHead(database);
      const { participants } = groupingWriters(database);
      const written = await Promise.all(
        Array.from({ length: 120 }, (_, number) => {
          const id = `p-${number % 7}`;
          return participants.change({ id, units: ["north"], change: raised(id) });
        }),
      );
      expect(written.map(({ position }) => position)).toEqual(written.map((_, index) => before + index + 1));
      expect(written.slice(-7).map(({ version }) => version)).toEqual([17, 17, 18, 17, 17, 17, 17].sort());
      expect((await readParticipant(database, { id: "p-0", units: null }))?.version).toBe(18);
      expect(await commits(before)).toEqual({ changes: 120, commits: 4 });
    });

    it("are refused one by one, by rule, by their sender's units or by the database", async () => {
      const { database } = storage();
      const { participants } = groupingWriters(database);
      await participants.change({ id: "q-2", units: null, change: raised("q-2", { unit: "south" }) });
      const refusal = new JobbmatchError({ code: "forbidden", message: "not this one" });
      const outcomes = await Promise.allSettled([
        participants.change({ id: "q-0", units: null, change: raised("q-0") }),
        participants.change({
          id: "q-1",
          units: null,
          change: () => {
            throw refusal;
          },
        }),
        participants.change({ id: "q-2", units: ["north"], change: raised("q-2") }),
        participants.change({ id: "q-3", units: null, change: raised("q-3", { about: "\u0000" }) }),
        participants.change({ id: "q-4", units: null, change: raised("q-4") }),
      ]);
      expect(outcomes).toMatchObject([
        { status: "fulfilled" },
        { status: "rejected", reason: refusal },
        { status: "rejected", reason: { code: "unknownParticipant" } },
        { status: "rejected" },
        { status: "fulfilled" },
      ]);
      expect(await readParticipant(database, { id: "q-4", units: null })).toBeDefined();
      expect((await readParticipant(database, { id: "q-2", units: null }))?.body.unit).toBe("south");
    });
  },
  { modes: databaseModes },
);
