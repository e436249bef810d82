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

/** The best of a set by sorting all of it. */
function sorted(scores: Scores, set: Bitset, limit: number): ScoredSlot[] {
  return [...set]
    .map((slot) => ({ id: `p${slot}`, slot, score: scores.get(slot) ?? Number.NaN, similarities }))
    .sort(compareScored)
    .slice(0, limit);
}

const score = fc.option(fc.integer({ min: 0, max: 6 }));
const change = fc.record({ slot: fc.nat(slotCount - 1), score });

/** Searches by sorting, as somebody does who gives no more than is asked for. */
function searchIn(scores: Scores) {
  return () => ({
    best: (set: Bitset, count: number) => sorted(scores, set, count),
    among: (slots: Uint32Array, count: number, least = Number.NEGATIVE_INFINITY) =>
      sorted(scores, setOf(slots), count).filter((each) => each.score >= least),
  });
}

function setOf(slots: Iterable<number>): Bitset {
  const set = new Bitset(slotCount);
  for (const slot of slots) set.add(slot);
  return set;
}

/** What has become of everybody. */
function now(scores: Scores, changed: ReadonlySet<number>) {
  const changedWithin = Uint32Array.from([...changed].filter((slot) => scores.has(slot)));
  return { changed, changedWithin, all: () => setOf(scores.keys()) };
}

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
    let best: readonly ScoredSlot[] = sorted(scores, setOf(scores.keys()), limit === 0 ? 0 : limit + more);
    for (const changes of each) {
      const changed = apply(scores, changes);
      best = renewedBest({ best, limit, ...now(scores, changed) }, searchIn(scores));
      expect(best.slice(0, limit)).toEqual(sorted(scores, setOf(scores.keys()), limit));
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

it("searches only among those who changed as long as the others leave no place", () => {
  const scores: Scores = new Map(Array.from({ length: slotCount }, (_, slot) => [slot, slotCount - slot]));
  const best = sorted(scores, setOf(scores.keys()), 12);
  const changed = apply(scores, [
    { slot: 3, score: null },
    { slot: 30, score: 100 },
  ]);
  const search = () => ({ ...searchIn(scores)(), best: () => expect.unreachable("nobody else is needed") });
  const renewed = renewedBest({ best, limit: 10, ...now(scores, changed) }, search);
  expect(renewed.slice(0, 10)).toEqual(sorted(scores, setOf(scores.keys()), 10));
});

it("does not search at all when somebody leaves and there are spare ones", () => {
  const scores: Scores = new Map(Array.from({ length: slotCount }, (_, slot) => [slot, slotCount - slot]));
  const best = sorted(scores, setOf(scores.keys()), 12);
  const changed = apply(scores, [{ slot: 3, score: null }]);
  const search = () => expect.unreachable("nobody is needed");
  const renewed = renewedBest({ best, limit: 10, ...now(scores, changed) }, search);
  expect(renewed.slice(0, 10)).toEqual(sorted(scores, setOf(scores.keys()), 10));
});

it("misses nobody whom more newcomers than a list keeps had left out", () => {
  const scores: Scores = new Map([[0, 1]]);
  const limit = 2;
  const newcomers = Array.from({ length: slotCount - 1 }, (_, at) => ({ slot: at + 1, score: 100 - at }));
  const first = sorted(scores, setOf(scores.keys()), limit);
  const filled = renewedBest(
    { best: first, limit, ...now(scores, apply(scores, newcomers)) },
    searchIn(scores),
  );
  // Everybody but the first newcomer and whoever was there before.
  const leaving = filled.slice(1).filter(({ slot }) => slot !== 0);
  const changes = leaving.map(({ slot }) => ({ slot, score: null }));
  const changed = apply(scores, changes);
  const renewed = renewedBest({ best: filled, limit, ...now(scores, changed) }, searchIn(scores));
  expect(renewed.slice(0, limit)).toEqual(sorted(scores, setOf(scores.keys()), limit));
});
