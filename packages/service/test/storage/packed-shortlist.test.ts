import { featureIds } from "@jobbmatch/matcher";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { packShortlist, unpackEntries } from "../../src/storage/packed-shortlist.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const outcome = fc.constantFrom("pass" as const, "fail" as const, "unknown" as const);

/** Rankings whose people are judged by any features, weights and rules. */
const ranking = fc
  .record({
    features: fc.uniqueArray(fc.record({ feature: fc.constantFrom(...featureIds), weight: share }), {
      selector: ({ feature }) => feature,
    }),
    rules: fc.uniqueArray(fc.string({ minLength: 1 })),
  })
  .chain(({ features, rules }) => {
    const each = { minLength: features.length, maxLength: features.length };
    const candidate = fc.record({
      participant: fc.string(),
      score: share,
      values: fc.array(share, each),
      known: fc.array(fc.boolean(), each),
      outcomes: fc.array(outcome, { minLength: rules.length, maxLength: rules.length }),
    });
    return fc.record({
      features: fc.constant(features),
      rules: fc.constant(rules),
      candidates: fc.array(candidate),
      nearMisses: fc.array(candidate),
    });
  });

it("keeps everything that a ranking says, also as JSON", () => {
  fc.assert(
    fc.property(ranking, ({ features, rules, candidates, nearMisses }) => {
      const packed = packShortlist({ features, rules, candidates, nearMisses });
      const stored: typeof packed = JSON.parse(JSON.stringify(packed));
      const told = (
        { participant, score, values, known, outcomes }: (typeof candidates)[number],
        index: number,
      ) => ({
        participant,
        rank: index + 1,
        score,
        contributions: features.map(({ feature, weight }, place) => {
          const value = values[place] ?? Number.NaN;
          return { feature, value, weight, contribution: value * weight, known: known[place] };
        }),
        rules: rules.map((rule, place) => ({ rule, outcome: outcomes[place] })),
      });
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      expect(plain(unpackEntries(stored.judgedBy, stored.entries))).toEqual(plain(candidates.map(told)));
      expect(plain(unpackEntries(stored.judgedBy, stored.nearMisses))).toEqual(plain(nearMisses.map(told)));
    }),
  );
});
