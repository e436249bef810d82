import fc from "fast-check";
import { expect, it } from "vitest";
import { compareScored } from "../../src/ranking/rank.ts";
import { similaritiesOf } from "../../src/ranking/slot-similarities.ts";
import type { ScoredSlot } from "../../src/retrieval/candidates/best-slots.ts";
import { renewedBest } from "../../src/retrieval/candidates/renewed-best.ts";
import { Bitset } from "../../src/rules/bitset.ts";

const slotCount = 40;
const similarities = similaritiesOf(new Float64Array(8), new Float64Array(0));

/** Scores by slot; whoever has none is not allowed. Few different ones, so that many are equal. */
type Scores = Map<number, number>;

function allowedOf(scores: Scores): Bitset {
  const allowed = new Bitset(slotCount);
  for (const slot of scores.keys()) allowed.add(slot);
  return allowed;
}

/** The best of a set by sorting all of it. */
function sorted(scores: Scores, set: Bitset, limit: number): ScoredSlot[] {
  return [...set]
    .map((slot) => ({ id: `p${slot}`, slot, score: scores.get(slot) ?? Number.NaN, similarities }))
    .sort(compareScored)
    .slice(0, limit);
}

const score = fc.option(fc.integer({ min: 0, max: 6 }));
const change = fc.record({ slot: fc.nat(slotCount - 1), score });

function apply(scores: Scores, changes: readonly { slot: number; score: number | null }[]): Set<number> {
  for (const { slot, score: next } of changes) {
    if (next === null) scores.delete(slot);
    else scores.set(slot, next);
  }
  return new Set(changes.map(({ slot }) => slot));
}

it("is what sorting everybody gives, after change upon change", () => {
  // Also from few: then all are on the list, and more may come than it holds.
  const begin = fc.oneof(
    fc.array(score, { maxLength: 8 }),
    fc.array(score, { minLength: slotCount, maxLength: slotCount }),
  );
  const rounds = fc.array(fc.array(change, { maxLength: 45 }), { maxLength: 8 });
  const limits = fc.integer({ min: 0, max: 8 });
  const property = fc.property(begin, rounds, limits, fc.nat(10), (first, each, limit, more) => {
    const scores: Scores = new Map();
    apply(
      scores,
      first.map((next, slot) => ({ slot, score: next })),
    );
    let best: readonly ScoredSlot[] = sorted(scores, allowedOf(scores), limit === 0 ? 0 : limit + more);
    for (const changes of each) {
      const changed = apply(scores, changes);
      const allowed = allowedOf(scores);
      const search = { best: (set: Bitset, count: number) => sorted(scores, set, count) };
      best = renewedBest({ best, limit, allowed, changed }, search);
      expect(best.slice(0, limit)).toEqual(sorted(scores, allowed, limit));
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

it("searches only among those who changed as long as the others leave no place", () => {
  const scores: Scores = new Map(Array.from({ length: slotCount }, (_, slot) => [slot, slotCount - slot]));
  const best = sorted(scores, allowedOf(scores), 12);
  const changed = apply(scores, [
    { slot: 3, score: null },
    { slot: 30, score: 100 },
  ]);
  const searched: number[][] = [];
  const search = {
    best: (set: Bitset, count: number) => {
      searched.push([...set]);
      return sorted(scores, set, count);
    },
  };
  const renewed = renewedBest({ best, limit: 10, allowed: allowedOf(scores), changed }, search);
  expect(searched).toEqual([[30]]);
  expect(renewed.slice(0, 10)).toEqual(sorted(scores, allowedOf(scores), 10));
});

it("misses nobody whom more newcomers than a list keeps had left out", () => {
  const scores: Scores = new Map([[0, 1]]);
  const find = { best: (set: Bitset, count: number) => sorted(scores, set, count) };
  const limit = 2;
  const newcomers = Array.from({ length: slotCount - 1 }, (_, at) => ({ slot: at + 1, score: 100 - at }));
  const filled = renewedBest(
    {
      best: sorted(scores, allowedOf(scores), limit),
      limit,
      changed: apply(scores, newcomers),
      allowed: allowedOf(scores),
    },
    find,
  );
  const leaving = filled.slice(1, limit + 8).map(({ slot }) => ({ slot, score: null }));
  const renewed = renewedBest(
    { best: filled, limit, changed: apply(scores, leaving), allowed: allowedOf(scores) },
    find,
  );
  expect(renewed.slice(0, limit)).toEqual(sorted(scores, allowedOf(scores), limit));
});
