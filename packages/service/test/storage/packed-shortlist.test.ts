import { featureIds } from "@jobbmatch/matcher";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { packShortlist, unpackEntries } from "../../src/storage/packed-shortlist.ts";
import type { ShortlistEntry } from "../../src/storage/shortlist.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const outcome = fc.constantFrom("pass", "fail", "unknown");

/** Lists whose entries are all judged by the same features, weights and rules, as those of one vacancy are. */
const list = fc
  .record({
    features: fc.uniqueArray(fc.record({ feature: fc.constantFrom(...featureIds), weight: share }), {
      selector: ({ feature }) => feature,
    }),
    rules: fc.uniqueArray(fc.string({ minLength: 1 })),
  })
  .chain(({ features, rules }) => {
    const entry: fc.Arbitrary<ShortlistEntry> = fc.record({
      participant: fc.string(),
      rank: fc.integer({ min: 1, max: 20 }),
      score: share,
      contributions: fc.tuple(
        ...features.map(({ feature, weight }) =>
          fc
            .record({ value: share, known: fc.boolean() })
            .map(({ value, known }) => ({ feature, value, weight, contribution: value * weight, known })),
        ),
      ),
      rules: fc.tuple(...rules.map((rule) => outcome.map((how) => ({ rule, outcome: how })))),
    });
    return fc.record({ entries: fc.array(entry), nearMisses: fc.array(entry) });
  });

it("keeps everything that an entry says, also as JSON", () => {
  fc.assert(
    fc.property(list, ({ entries, nearMisses }) => {
      const packed = packShortlist({ entries, nearMisses });
      const stored: typeof packed = JSON.parse(JSON.stringify(packed));
      const plain = (value: readonly ShortlistEntry[]): unknown => JSON.parse(JSON.stringify(value));
      expect(plain(unpackEntries(stored.judgedBy, stored.entries))).toEqual(plain(entries));
      expect(plain(unpackEntries(stored.judgedBy, stored.nearMisses))).toEqual(plain(nearMisses));
    }),
  );
});

it("refuses entries that are judged by different rules, which would be told as the others' ", () => {
  const entry = (rule: string): ShortlistEntry => ({
    participant: "p",
    rank: 1,
    score: 1,
    contributions: [],
    rules: [{ rule, outcome: "pass" }],
  });
  expect(() => packShortlist({ entries: [entry("a")], nearMisses: [entry("b")] })).toThrow();
});
