import { afterAll, beforeAll, expect, it } from "vitest";
import { LookUpLog } from "../../src/http/look-up-log.ts";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

describeInEveryMode(
  "the log of look-ups",
  (servers) => {
    let storage: Storage;

    beforeAll(async () => {
      storage = await openStorage({ config: servers().config });
    });
    afterAll(() => storage.close());

    const lookUp = (keyId: string) => ({ keyId, action: "candidates.read", vacancy: "v1", participants: [] });

    it("holds every look-up when it says so, in their order, however many come at once", async () => {
      const log = new LookUpLog(storage.database);
      const keys = Array.from({ length: 500 }, (_, number) => `key-${number}`);
      await Promise.all(keys.map((key) => log.record(lookUp(key))));
      const { rows } = await storage.database.query<{ key_id: string; entity_id: string }>(
        "SELECT key_id, entity_id FROM audit_log ORDER BY id",
      );
      expect(rows).toEqual(keys.map((key) => ({ key_id: key, entity_id: "v1" })));
    });

    it("refuses what cannot be written, and nothing else", async () => {
      const log = new LookUpLog(storage.database);
      const unwritable = { ...lookUp("zero"), reason: "\u0000" };
      const outcomes = await Promise.allSettled([
        log.record(lookUp("first")),
        log.record(lookUp("before")),
        log.record(unwritable),
        log.record(lookUp("after")),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        "fulfilled",
        "fulfilled",
        "rejected",
        "fulfilled",
      ]);
      const { rows } = await storage.database.query(
        "SELECT FROM audit_log WHERE key_id IN ('before', 'after')",
      );
      expect(rows).toHaveLength(2);
    });
  },
  { modes: ["embedded", "postgres"] },
);
