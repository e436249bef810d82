import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { upsertParticipants, upsertVacancies } from "../../src/match-index/intake.ts";
import { MatchIndex } from "../../src/match-index/match-index.ts";
import { compareScored } from "../../src/ranking/rank.ts";
import { completeWeights, type Weights } from "../../src/ranking/scorer.ts";
import type { PlanKind } from "../../src/request.ts";
import { BestSlots } from "../../src/retrieval/candidates/best-slots.ts";
import { Comparison } from "../../src/retrieval/compare.ts";
import { type SimilaritySource, SlotScorer } from "../../src/retrieval/slot-scorer.ts";
import { Bitset } from "../../src/rules/bitset.ts";
import type { StoredVacancy } from "../../src/store/vacancy-store.ts";
import { shippedEmbedder } from "../matcher-with.ts";

const date = "2026-11-23";
/** So many people that they are found from texts, and that the lists of owners are made anew after a while. */
const count = 2500;
const everybody = [...generateParticipants({ seed: 9, count: count + 200 })];
const vacancies = [...generateVacancies({ seed: 9, count: 8 })];
const onlyLanguage = {
  similarity: 0,
  experience: 0,
  wish: 0,
  skills: 0,
  language: 1,
  schedule: 0,
  distance: 0,
};
/** Where background counts for much, it leads to the best; where it counts for little, nobody can be ruled out by it. */
const ledByTexts: readonly Partial<Weights>[] = [{}, { experience: 10, distance: 0 }];
const notLedByTexts: readonly Partial<Weights>[] = [{ similarity: 0, wish: 5 }, onlyLanguage];
const weightings = [...ledByTexts, ...notLedByTexts];
let index: MatchIndex;

beforeAll(async () => {
  index = new MatchIndex({ embedder: await shippedEmbedder() });
  await upsertParticipants(index, everybody.slice(0, count));
  await upsertVacancies(index, vacancies);
});

/** Everything that it takes to score people for one vacancy, and the exact similarities. */
function sceneOf(stored: StoredVacancy, weights: Partial<Weights>) {
  const { participants, vectors } = index;
  const comparison = new Comparison(vectors, stored, date);
  const scorer = new SlotScorer(participants, stored, { weights: completeWeights(weights), date });
  const exact: SimilaritySource = {
    text: (place) => (place === 0 ? Number.NEGATIVE_INFINITY : comparison.textSimilarity(place - 1)),
    skill: (position, slot) => comparison.nearestSkill(position, participants.skillRows(slot)),
  };
  return { comparison, scorer, exact };
}

function storedVacancies(): StoredVacancy[] {
  return [...index.vacancies.values()];
}

/** Every slot, every second, and few of them. */
function someSets(): Bitset[] {
  const all = [...index.participants.everyone];
  return [1, 2, 97].map((step) => {
    const set = new Bitset(all.length);
    for (const slot of all) if (slot % step === 0) set.add(slot);
    return set;
  });
}

/** Tells how the best were found in each set. */
function expectBestToEqualSorting(
  stored: StoredVacancy,
  weights: Partial<Weights>,
  plan?: PlanKind,
): readonly PlanKind[] {
  const { comparison, scorer, exact } = sceneOf(stored, weights);
  return someSets().map((set) => {
    const search = new BestSlots(index, stored, { scorer, comparison, plan });
    const found = search.best(set, 12).map(({ id, score }) => ({ id, score }));
    const expected = [...set]
      .map((slot) => ({ id: index.participants.idOf(slot) ?? "", score: scorer.score(slot, exact) }))
      .sort(compareScored)
      .slice(0, 12);
    expect(found).toEqual(expected);
    if (search.plan === "nearTexts") expect(search.counts.bounded).toBeLessThan(set.count());
    return search.plan;
  });
}

describe("the best of some slots", () => {
  it("are those of everybody sorted, whichever way they are found", () => {
    for (const weights of weightings) {
      const plans = storedVacancies().flatMap((stored) => {
        return expectBestToEqualSorting(stored, weights, "nearTexts");
      });
      expect(plans.includes("nearTexts")).toBe(ledByTexts.includes(weights));
    }
  });

  it("are found in the way that is asked for", () => {
    const [stored] = storedVacancies();
    if (stored === undefined) throw new Error("there is no vacancy");
    expect(expectBestToEqualSorting(stored, {}, "everybody")).toEqual([
      "everybody",
      "everybody",
      "everybody",
    ]);
    // So few are looked at directly unless it is asked for.
    expect(expectBestToEqualSorting(stored, {})).toEqual(["everybody", "everybody", "everybody"]);
    expect(expectBestToEqualSorting(stored, {}, "nearTexts")).toContain("nearTexts");
  });

  it("are the same after changes, before and after the lists of owners are made anew", async () => {
    const [first] = storedVacancies();
    if (first === undefined) throw new Error("there is no vacancy");
    for (const [from, until] of [
      [0, 60],
      [60, 1300],
    ] as const) {
      const moved = everybody.slice(from, until).map((participant, place) => {
        const other = everybody[count - 1 - place] ?? participant;
        return { ...other, id: participant.id, unit: participant.unit, version: 1000 + until };
      });
      await upsertParticipants(index, moved);
      for (const { id } of everybody.slice(until, until + 20)) index.participants.remove(id);
      await upsertParticipants(index, everybody.slice(count + from, count + from + 15));
      expectBestToEqualSorting(first, {}, "nearTexts");
    }
  });
});

describe("those of a few slots who may reach a score", () => {
  it("hold everybody who reaches it, and leave out others", () => {
    const slots = Uint32Array.from(index.participants.everyone).filter((slot) => slot % 7 === 0);
    const counts = storedVacancies().map((stored) => {
      const { comparison, scorer, exact } = sceneOf(stored, {});
      const scores = Array.from(slots, (slot) => scorer.score(slot, exact));
      const least = scores.toSorted((a, b) => b - a)[19] ?? 0;
      const search = new BestSlots(index, stored, { scorer, comparison });
      const able = new Set(search.reaching(slots, least));
      const missing = slots.filter((slot, place) => (scores[place] ?? 0) >= least && !able.has(slot));
      expect([...missing]).toEqual([]);
      return able.size;
    });
    expect(Math.min(...counts)).toBeLessThan(slots.length / 4);
  });
});

describe("bounds", () => {
  it("lie above every score, and so does what follows from the nearest text alone", () => {
    for (const stored of storedVacancies().slice(0, 6)) {
      for (const weights of weightings) expect(slotsAboveTheirBounds(stored, weights)).toEqual([]);
    }
  });
});

/** Slots whose score is greater than one of the bounds that hold for it. */
function slotsAboveTheirBounds(stored: StoredVacancy, weights: Partial<Weights>): number[] {
  const { scorer, exact } = sceneOf(stored, weights);
  const { intervals } = index.vectors;
  const upper = index.participants.bounds.similarities(intervals.end);
  if (!intervals.start(stored.vector, upper, true)) throw new Error("there are too few texts to be bounded");
  const slots = Uint32Array.from(index.participants.everyone);
  const bounds = scorer.upperBounds(slots);
  const tightened = bounds.slice();
  scorer.tighten(slots, tightened);
  const exceptions = new Set<number>();
  scorer.pickExceptions({
    pick: ({ starts, slots }, keys) => {
      for (const key of Array.from(keys)) {
        for (const slot of slots.subarray(starts[key], starts[key + 1])) exceptions.add(slot);
      }
    },
  });
  return [...slots].filter((slot, position) => {
    const score = scorer.score(slot, exact);
    const byText = exceptions.has(slot) ? 1 : scorer.mostBelow(nearestBackground(slot, exact)) + 1e-9;
    return score > Math.min(bounds[position] ?? 0, tightened[position] ?? 0, byText);
  });
}

function nearestBackground(slot: number, exact: SimilaritySource): number {
  const places = index.participants.places.all.subarray(slot * 8, slot * 8 + 6);
  return Math.max(-1, ...[...places].map((place) => exact.text(place, 0)));
}
