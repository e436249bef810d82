import { readFile } from "node:fs/promises";
import type { Participant } from "@jobbmatch/shared";
import { expect, it } from "vitest";
import type { Database } from "../../src/storage/database.ts";
import type { NewDecision } from "../../src/storage/decision.ts";
import { appendShortlistHistory } from "../../src/storage/queries/append-shortlist-history.ts";
import { claimIdempotencyKey } from "../../src/storage/queries/claim-idempotency-key.ts";
import { listAudit } from "../../src/storage/queries/list-audit.ts";
import { listShortlistHistory } from "../../src/storage/queries/list-shortlist-history.ts";
import { lockUnit } from "../../src/storage/queries/lock-unit.ts";
import { readParticipant } from "../../src/storage/queries/read-participant.ts";
import { readShortlists } from "../../src/storage/queries/read-shortlists.ts";
import { saveIdempotentAnswer } from "../../src/storage/queries/save-idempotent-answer.ts";
import { saveShortlists } from "../../src/storage/queries/save-shortlists.ts";
import { addDecision } from "../../src/storage/records/add-decision.ts";
import { applyRetention } from "../../src/storage/records/apply-retention.ts";
import { eraseParticipant } from "../../src/storage/records/erase-participant.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { registerExtract } from "../../src/storage/records/register-extract.ts";
import { removeVacancy } from "../../src/storage/records/remove-vacancy.ts";
import type { ShortlistEntry } from "../../src/storage/shortlist.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { newShortlist } from "./new-shortlist.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

const marker = "PLANTED-MARKER-å🙂";
const entry = (participant: string, rank: number): ShortlistEntry => ({
  participant,
  rank,
  score: 1 / rank,
  contributions: [],
  rules: [{ rule: "language", outcome: "pass" }],
});

const decisionAbout = (participant: string): NewDecision => ({
  participant,
  vacancy: "v",
  unit: "north",
  state: "placed",
  reason: null,
  placementType: "internship",
  date: "2026-03-15",
  keyId: "key",
  model: "model",
  rulesVersion: "1",
  indexPosition: 3,
  inputHash: "0".repeat(64),
});

/** Somebody in every table that may hold them, and somebody else beside them. */
async function plant(database: Database, gone: string, stays: string): Promise<void> {
  const person = (id: string): Participant => ({ id, unit: "north", version: 1, about: `${marker} ${id}` });
  const vacancy = {
    id: "v",
    version: 1,
    employer: "E",
    title: "T",
    seats: 1,
    seatsTaken: 0,
    status: "open",
  } as const;
  const list = { vacancy: "v", unit: "north", date: "2026-03-01", model: "m", rulesVersion: "1" };
  const lists = { entries: [entry(gone, 1), entry(stays, 2)], nearMisses: [entry(gone, 1)] };
  await database.transaction(async (transaction) => {
    await putParticipants(transaction, { records: [person(gone), person(stays)], units: null });
    await putVacancies(transaction, { records: [vacancy], units: null });
    const funnel = { total: 2, steps: [], remaining: 2 };
    await saveShortlists(transaction, [newShortlist({ ...list, ...lists, position: 3, funnel })]);
    const diff = { entered: [gone], left: [stays], moved: [{ participant: gone, from: 2, to: 1 }] };
    const change = { vacancy: "v", unit: "north", position: 3, cause: "batch" } as const;
    await appendShortlistHistory(transaction, [{ ...change, diff }]);
    const later = { entered: [stays], left: [gone], moved: [] };
    await appendShortlistHistory(transaction, [{ ...change, diff: later }]);
    await addDecision(transaction, decisionAbout(gone), null);
    await claimIdempotencyKey(transaction, { key: "k", keyId: "key", requestHash: "h" });
    const response = { about: `${marker} ${gone}`, participant: gone };
    await saveIdempotentAnswer(transaction, { key: "k", keyId: "key", status: 200, response });
  });
}

/** Tables that hold a text anywhere in a row. */
async function tablesWith(database: Database, text: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await database.query(
      `SELECT FROM ${name} AS row WHERE position($1 IN row::text) > 0 LIMIT 1`,
      [text],
    );
    if (hits.rows.length > 0) found.push(name);
  }
  return found;
}

describeInEveryMode(
  "erasure and retention",
  (servers) => {
    const storage = openDuringTests(servers);

    it("leaves the opaque id in logs, counts, and nothing else", async () => {
      const { database } = storage();
      await plant(database, "gone-1", "stays-1");
      expect(await tablesWith(database, `${marker} gone-1`)).toEqual(["idempotency_keys", "participants"]);
      expect(await tablesWith(database, "gone-1")).toEqual(
        expect.arrayContaining(["decisions", "shortlist_history", "shortlists"]),
      );
      await database.transaction((transaction) =>
        eraseParticipant(transaction, { id: "gone-1", units: null }),
      );
      expect(await tablesWith(database, `${marker} gone-1`)).toEqual([]);
      expect(await tablesWith(database, "gone-1")).toEqual(["audit_log", "change_log", "events"]);
      expect(await tablesWith(database, `${marker} stays-1`)).toEqual(["participants"]);
      const [list] = await readShortlists(database, { vacancy: "v", units: ["north"] });
      expect(list).toMatchObject({ position: 0, entries: [{ participant: "stays-1" }], nearMisses: [] });
      const history = await listShortlistHistory(database, { vacancy: "v", units: ["north"], limit: 10 });
      expect(history.map(({ diff }) => diff)).toEqual([
        { entered: ["stays-1"], left: [], moved: [] },
        { entered: [], left: ["stays-1"], moved: [] },
      ]);
      const { rows } = await database.query(
        "SELECT month, kind, placement_type, unit, count FROM statistics",
      );
      const counts = {
        month: "2026-03-01",
        kind: "placed",
        placement_type: "internship",
        unit: "north",
        count: 1,
      };
      expect(rows).toEqual([counts]);
    });

    it("finds whoever stood on a list that was removed, also when their coming is forgotten", async () => {
      const { database } = storage();
      await plant(database, "stood", "stood-beside");
      await database.transaction(async (transaction) => {
        const moved = [{ participant: "stood", from: 1, to: 2 }];
        const diff = { entered: [], left: [], moved };
        await transaction.query("DELETE FROM shortlist_history");
        await appendShortlistHistory(transaction, [
          { vacancy: "v", unit: "north", position: 3, cause: "batch", diff },
        ]);
        await removeVacancy(transaction, { id: "v", units: null });
      });
      const [last] = await listShortlistHistory(database, { vacancy: "v", units: null, limit: 1 });
      expect(last).toMatchObject({
        diff: { left: ["stood", "stood-beside"] },
        entries: [],
        cause: "vacancy",
      });
      expect(await tablesWith(database, "stood-beside")).toContain("shortlist_history");
      for (const id of ["stood", "stood-beside"])
        await database.transaction((transaction) => eraseParticipant(transaction, { id, units: null }));
      expect(await tablesWith(database, "stood")).toEqual(["audit_log", "change_log", "events"]);
    });

    it("makes up for lists that were removed before their history told of it", async () => {
      const { database } = storage();
      await plant(database, "vanished", "comes-later");
      const file = new URL("../../src/storage/migrations/0008_history_of_people.sql", import.meta.url);
      const [makeUp = ""] = (await readFile(file, "utf8")).split("DROP INDEX");
      await database.query("DELETE FROM shortlist_history");
      const add = (id: string, diff: object) =>
        database.query(
          `INSERT INTO shortlist_history (vacancy_id, unit, position, cause, diff, judged_by, entries)
           VALUES ('v-gone', 'north', 1, 'batch', $1, '{"features": [], "rules": []}', $2)`,
          [JSON.stringify(diff), JSON.stringify([{ participant: id }])],
        );
      await add("vanished", { entered: ["vanished"], left: [], moved: [] });
      await add("comes-later", { entered: ["comes-later"], left: [], moved: [] });
      await database.query(makeUp);
      const history = await database.query<{ left: unknown }>(
        "SELECT diff -> 'left' AS left FROM shortlist_history ORDER BY id",
      );
      expect(history.rows.map(({ left }) => left)).toEqual([[], ["vanished"], ["comes-later"]]);
    });

    it("keeps an older index from writing the person again", async () => {
      const { database } = storage();
      await plant(database, "gone-2", "stays-2");
      const { position } = await database.transaction((transaction) =>
        eraseParticipant(transaction, { id: "gone-2", units: null }),
      );
      const lock = await database.transaction((transaction) => lockUnit(transaction, { unit: "north" }));
      expect(lock.position).toBe(position);
    });

    it("gives a person everything that is stored about them, and nobody else", async () => {
      const { database } = storage();
      await plant(database, "asks", "other-person");
      const extract = await registerExtract(database, "asks");
      expect(extract.participant.about).toBe(`${marker} asks`);
      expect(extract.shortlists.map(({ entry: { participant } }) => participant)).toEqual(["asks", "asks"]);
      expect(extract.decisions).toHaveLength(1);
      expect(extract.audit).toMatchObject([{ action: "decision.made" }]);
      expect(JSON.stringify(extract)).not.toContain("other-person");
      await expect(registerExtract(database, "nobody")).rejects.toMatchObject({ code: "unknownParticipant" });
    });

    it("forgets what is older than the time that was set, and keeps the counts", async () => {
      const { database } = storage();
      await plant(database, "old", "young");
      const [old, young] = ["2024-01-31T12:00:00Z", "2024-02-29T12:00:01Z"];
      await database.query("UPDATE participants SET updated_at = $1", [young]);
      await database.query("UPDATE participants SET updated_at = $1 WHERE id = 'old'", [old]);
      await database.query("UPDATE events SET at = $1", [old]);
      const now = new Date("2026-02-28T12:00:00Z");
      expect(await applyRetention(database, { months: 0, now })).toMatchObject({
        participants: 0,
        events: 0,
      });
      const report = await applyRetention(database, { months: 24, now });
      expect(report).toMatchObject({ participants: 1, decisions: 0 });
      expect(report.events).toBeGreaterThan(0);
      expect(await readParticipant(database, { id: "old", units: null })).toBeUndefined();
      expect(await readParticipant(database, { id: "young", units: null })).toBeDefined();
      const [entryOfAudit] = await listAudit(database, {
        participant: "old",
        units: null,
        before: null,
        limit: 1,
      });
      expect(entryOfAudit).toMatchObject({ keyId: "retention", action: "participant.erased" });
      expect(await applyRetention(database, { months: 24, now })).toMatchObject({ participants: 0 });
    });

    it("turns old decisions into counts", async () => {
      const { database } = storage();
      await plant(database, "decided", "beside");
      const countOf = async () => {
        const { rows } = await database.query<{ count: number }>(
          "SELECT count FROM statistics WHERE month = '2026-03-01' AND kind = 'placed'",
        );
        return rows[0]?.count ?? 0;
      };
      const { rows: decisions } = await database.query("SELECT FROM decisions");
      await database.query("UPDATE decisions SET at = '2020-01-01'");
      const before = await countOf();
      await applyRetention(database, { months: 12 });
      expect(await countOf()).toBe(before + decisions.length);
      expect((await database.query("SELECT FROM decisions")).rows).toEqual([]);
    });

    it("lets nobody change or empty the audit log", async () => {
      const { database } = storage();
      await plant(database, "audited", "beside-2");
      const before = await listAudit(database, { units: null, before: null, limit: 1000 });
      for (const sql of ["UPDATE audit_log SET reason = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"])
        await expect(database.query(sql)).rejects.toThrow("append-only");
      expect(await listAudit(database, { units: null, before: null, limit: 1000 })).toEqual(before);
      expect(await listAudit(database, { units: ["south"], before: null, limit: 1000 })).toEqual([]);
    });
  },
  { modes: databaseModes },
);
