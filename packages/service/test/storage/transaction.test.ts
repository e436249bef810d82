import type { Participant } from "@jobbmatch/shared";
import { expect, it } from "vitest";
import { readParticipant } from "../../src/storage/queries/read-participant.ts";
import { groupingWriters } from "../../src/storage/records/record-writer.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

describeInEveryMode(
  "statements of a transaction that do not wait for each other",
  (servers) => {
    const storage = openDuringTests(servers);
    const countOf = async (name: string) => {
      const sql = "SELECT count(*) AS count FROM relay_cursors WHERE name LIKE $1";
      return (await storage().database.query<{ count: number }>(sql, [`${name}%`])).rows[0]?.count;
    };

    it("are carried out in their order, each with its own answer", async () => {
      const answers = await storage().database.transaction((transaction) =>
        Promise.all(
          Array.from({ length: 20 }, async (_, number) => {
            await transaction.query("INSERT INTO relay_cursors (name, position) VALUES ($1, 0)", [
              `order-${number}`,
            ]);
          }).concat(
            Array.from({ length: 5 }, async () => {
              const sql = "SELECT count(*) AS count FROM relay_cursors WHERE name LIKE $1";
              const { rows } = await transaction.query<{ count: number }>(sql, ["order-%"]);
              expect(rows).toEqual([{ count: 20 }]);
            }),
          ),
        ),
      );
      expect(answers).toHaveLength(25);
      expect(await countOf("order-")).toBe(20);
    });

    it("have no effect when one of them fails, and the failure is that one's", async () => {
      const insert = "INSERT INTO relay_cursors (name, position) VALUES ($1, $2)";
      const failing = storage().database.transaction((transaction) =>
        Promise.all([
          transaction.query(insert, ["failing-1", 0]),
          transaction.query(insert, ["failing-2", null]),
          transaction.query(insert, ["failing-3", 0]),
        ]),
      );
      await expect(failing).rejects.toMatchObject({ code: "23502" });
      expect(await countOf("failing-")).toBe(0);
    });

    it("read what another writer stored while they waited for its lock", async () => {
      const { database } = storage();
      const raise = (old: { readonly version: number } | undefined): Participant => ({
        id: "p-1",
        unit: "north",
        version: (old?.version ?? 0) + 1,
      });
      const writers = Array.from({ length: 4 }, () => groupingWriters(database).participants);
      for (let round = 0; round < 10; round++)
        await Promise.all(writers.map((writer) => writer.change({ id: "p-1", units: null, change: raise })));
      expect((await readParticipant(database, { id: "p-1", units: null }))?.version).toBe(40);
    });
  },
  { modes: databaseModes },
);
