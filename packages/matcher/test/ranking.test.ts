import type { Participant, VacancyInput } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { explanationTree, type Matcher } from "../src/index.ts";
import { compareScored, TopList } from "../src/ranking/rank.ts";
import { matcherWith } from "./matcher-with.ts";

const date = "2026-11-23";
const participants = [...generateParticipants({ seed: 7, count: 300 })];
const vacancies = [...generateVacancies({ seed: 7, count: 20 })];
let matcher: Matcher;

function isVisible({ unit }: Participant, { units }: Pick<VacancyInput, "units">): boolean {
  return units === undefined || units.includes(unit);
}

beforeAll(async () => {
  matcher = await matcherWith(participants, vacancies);
});

describe("ranking", () => {
  it("agrees with assessing every pair one by one", () => {
    for (const vacancy of vacancies) {
      const { id } = vacancy;
      const list = matcher.topCandidates(id, { date, limit: 1000, nearMisses: 1000 });
      const pairs = participants
        .filter((participant) => isVisible(participant, vacancy))
        .map((participant) => matcher.explain(participant.id, id, { date }));
      const failures = (rules: (typeof pairs)[number]["rules"]) =>
        rules.filter(({ outcome }) => outcome === "fail").length;
      const expected = (count: number) =>
        pairs
          .filter(({ rules }) => failures(rules) === count)
          .map(({ participant, score }) => ({ id: participant, score }))
          .sort(compareScored);
      const found = (some: typeof list.candidates) =>
        some.map(({ participant, score }) => ({ id: participant, score }));
      expect(found(list.candidates)).toEqual(expected(0));
      expect(found(list.nearMisses)).toEqual(expected(1));
      expect(list.funnel.remaining).toBe(list.candidates.length);
    }
  });

  it("agrees with it where so many texts are stored that they are bounded by projections", async () => {
    const many = [...generateParticipants({ seed: 8, count: 1000 })];
    const places = vacancies.slice(0, 2);
    const large = await matcherWith(many, places);
    for (const vacancy of places) {
      const visible = many.filter((participant) => isVisible(participant, vacancy));
      const pairs = visible.map(({ id }) => large.explain(id, vacancy.id, { date }));
      const best = (failures: number, limit: number) =>
        pairs
          .filter(({ rules }) => rules.filter(({ outcome }) => outcome === "fail").length === failures)
          .map(({ participant, score }) => ({ id: participant, score }))
          .sort(compareScored)
          .slice(0, limit);
      const { candidates, nearMisses } = large.topCandidates(vacancy.id, { date, limit: 7, nearMisses: 3 });
      const found = (some: typeof candidates) =>
        some.map(({ participant, score }) => ({ id: participant, score }));
      expect(found(candidates)).toEqual(best(0, 7));
      expect(found(nearMisses)).toEqual(best(1, 3));
    }
  });

  it("does not depend on the order of insertion", async () => {
    const reversed = await matcherWith([...participants].reverse(), [...vacancies].reverse());
    for (const { id } of vacancies) {
      expect(reversed.topCandidates(id, { date })).toEqual(matcher.topCandidates(id, { date }));
    }
  });

  it("takes each score apart into contributions that recombine to it, within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vacancies.map(({ id }) => id)),
        fc.record({
          similarity: fc.double({ min: 0, max: 10, noNaN: true }),
          wish: fc.double({ min: 0, max: 10, noNaN: true }),
        }),
        (id, weights) => {
          const { candidates, nearMisses } = matcher.topCandidates(id, { date, weights });
          for (const candidate of [...candidates, ...nearMisses]) {
            const sum = candidate.contributions.reduce((total, { contribution }) => total + contribution, 0);
            expect(sum).toBeCloseTo(candidate.score, 10);
            expect(candidate.score).toBeGreaterThanOrEqual(0);
            expect(candidate.score).toBeLessThanOrEqual(1);
            const tree = explanationTree(candidate);
            expect(tree.details.reduce((total, { value }) => total + value, 0)).toBeCloseTo(tree.value, 10);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("gives a participant the vacancies on whose lists it stands", () => {
    const lists = new Map(
      vacancies.map(({ id }) => [id, matcher.topCandidates(id, { date, limit: 1000 }).candidates]),
    );
    for (const participant of participants.slice(0, 50)) {
      const { id } = participant;
      const expected = [...lists]
        .flatMap(([vacancy, list]) =>
          list
            .filter((candidate) => candidate.participant === id)
            .map(({ score }) => ({ id: vacancy, score })),
        )
        .sort(compareScored);
      const { vacancies: found, total } = matcher.topVacancies(id, { date, limit: 1000 });
      expect(found.map(({ vacancy, score }) => ({ id: vacancy, score }))).toEqual(expected);
      expect(total).toBe(vacancies.filter((vacancy) => isVisible(participant, vacancy)).length);
    }
  });

  it.each(["keep", "exclude"] as const)(
    "scores every vacancy as its lists do (%s the unknown)",
    (unknown) => {
      const request = { date, unknown, limit: 1000, nearMisses: 1000, weights: { distance: 0.3, skills: 2 } };
      const lists = vacancies.map(({ id }) => matcher.topCandidates(id, request));
      for (const participant of participants.slice(0, 60)) {
        const { id } = participant;
        const expected = lists.flatMap(({ vacancy, candidates, nearMisses }) => {
          const place = (some: typeof candidates) => some.find((each) => each.participant === id);
          const [candidate, nearMiss] = [place(candidates), place(nearMisses)];
          const verdict = candidate ? "allowed" : "nearMiss";
          const { score } = candidate ?? nearMiss ?? {};
          return score === undefined ? [] : [{ vacancy, verdict, score }];
        });
        expect(matcher.scoreVacancies(id, request)).toEqual(expected);
        const { unit } = participant;
        expect(matcher.scoreVacancies(id, { ...request, units: [unit, "nowhere"] })).toEqual(expected);
        const needed = new Map(
          expected.map(({ vacancy, score }, index) => [vacancy, score + (index % 3) - 1]),
        );
        expect(matcher.scoreVacancies(id, request, (vacancy) => needed.get(vacancy) ?? 0)).toEqual(
          expected.filter(({ vacancy, score }) => score >= (needed.get(vacancy) ?? 0)),
        );
      }
    },
  );

  it("leaves out the vacancies that a person just does not reach", () => {
    for (const { id } of participants.slice(0, 100)) {
      for (const { vacancy, score } of matcher.scoreVacancies(id, { date })) {
        const above = (least: number) =>
          matcher.scoreVacancies(id, { date }, (each) => (each === vacancy ? least : 2)).length;
        expect([above(score - 1e-9), above(score), above(score + 1e-9)]).toEqual([1, 1, 0]);
      }
    }
  });

  it("orders a person's questions by the vacancies that the answer would settle", () => {
    for (const { id } of participants.slice(0, 50)) {
      const { vacancies: open, questions } = matcher.topVacancies(id, { date, limit: 1000 });
      for (const { id: question, settles, open: among } of questions) {
        const asking = open.filter(({ questions: asked }) => asked.some((each) => each.id === question));
        expect(among).toBe(asking.length);
        expect(settles).toBe(asking.filter(({ questions: asked }) => asked.length === 1).length);
      }
      const settled = questions.map(({ settles }) => settles);
      expect(settled).toEqual([...settled].sort((a, b) => b - a));
    }
  });
});

describe("the list of the best", () => {
  it("equals sorting everything and taking the first", () => {
    const item = fc.record({ id: fc.string({ maxLength: 2 }), score: fc.constantFrom(0, 0.25, 0.5, 1) });
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ id }) => id }), fc.nat(10), (items, limit) => {
        const list = new TopList(limit);
        for (const each of items) list.offer(each);
        expect(list.items).toEqual([...items].sort(compareScored).slice(0, limit));
      }),
    );
  });
});
