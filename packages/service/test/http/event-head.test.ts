import { expect, it } from "vitest";
import { EventHead } from "../../src/http/events/event-head.ts";
import type { Queryable } from "../../src/storage/database.ts";
import { appendEvents } from "../../src/storage/queries/append-events.ts";
import { readLastEvent } from "../../src/storage/queries/read-last-event.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { databaseModes, openDuringTests } from "../storage/test-storage.ts";

describeInEveryMode(
  "the newest event",
  (servers) => {
    const storage = openDuringTests(servers);
    const wait = (after: number, milliseconds = 20_000) => ({
      after,
      milliseconds,
      signal: new AbortController().signal,
    });
    const addOne = () =>
      storage().database.transaction((transaction) =>
        appendEvents(transaction, [{ kind: "batch.started", unit: null, payload: {} }]),
      );

    it("is told to all who wait for it, by the same looks, and nobody looks when none waits", async () => {
      const { database } = storage();
      let looks = 0;
      const counted: Queryable = {
        query: (sql, values) => {
          looks += 1;
          return database.query(sql, values);
        },
      };
      const head = new EventHead(counted);
      const after = await readLastEvent(database);
      const waiting = Array.from({ length: 100 }, () => head.next(wait(after)));
      const id = await addOne();
      expect(new Set(await Promise.all(waiting))).toEqual(new Set([id]));
      const looked = looks;
      expect(looked).toBeLessThan(100);
      expect(await head.next(wait(after))).toBe(id);
      expect(looks).toBe(looked);
    });

    it("is no newer when nothing comes in time, or the listener goes", async () => {
      const { database } = storage();
      const head = new EventHead(database);
      const after = await readLastEvent(database);
      expect(await head.next(wait(after, 1))).toBeLessThanOrEqual(after);
      const listener = new AbortController();
      const waiting = head.next({ after, milliseconds: 20_000, signal: listener.signal });
      listener.abort();
      expect(await waiting).toBeLessThanOrEqual(after);
    });
  },
  { modes: databaseModes },
);
