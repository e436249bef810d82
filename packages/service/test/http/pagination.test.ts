import type { JobbmatchError } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, pageFrom } from "../../src/http/pagination.ts";

describe("cursors", () => {
  it("give back the key that they were made of", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (key) => {
        expect(decodeCursor("participants", encodeCursor("participants", key))).toBe(key);
      }),
    );
  });

  it("are refused by another list, and when they are made up", () => {
    const refused = (cursor: string) => {
      expect(() => decodeCursor("participants", cursor)).toThrow(
        expect.objectContaining({
          name: "JobbmatchError",
          code: "invalidCursor",
        } satisfies Partial<JobbmatchError>),
      );
    };
    refused(encodeCursor("vacancies", "v1"));
    fc.assert(fc.property(fc.base64String(), refused));
  });

  it("lead through a list without a gap or a repetition", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 7 }), (numbers, limit) => {
        const keys = numbers.map((number) => String(number).padStart(12, "0")).sort();
        const seen: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const after = decodeCursor("list", cursor);
          const rows = keys.filter((key) => after === undefined || key > after).slice(0, limit + 1);
          const page = pageFrom(rows, { list: "list", limit, keyOf: (key) => key, itemOf: (key) => key });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.next;
        }
        expect(seen).toEqual(keys);
      }),
    );
  });
});
