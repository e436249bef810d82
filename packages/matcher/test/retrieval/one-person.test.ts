import { JobbmatchError } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Assessment,
  type LeastScore,
  LeastScores,
  type Matcher,
  type MatchRequest,
  type VacancyList,
} from "../../src/index.ts";
import { compareScored } from "../../src/ranking/rank.ts";
import { defineRule } from "../../src/rules/define-rule.ts";
import { matcherWith } from "../matcher-with.ts";
import { ownRule } from "../rules/own-rule.ts";

const date = "2026-11-23";
const people = [...generateParticipants({ seed: 31, count: 40 })].map((participant, index) =>
  index % 4 === 0 ? { ...participant, skills: ["night", ...(participant.skills ?? [])] } : participant,
);
const vacancies = [...generateVacancies({ seed: 31, count: 60 })].map((vacancy, index) =>
  index % 5 === 0 ? { ...vacancy, title: "Nattvakt" } : vacancy,
);
const units = [...new Set(people.map(({ unit }) => unit))];
let matcher: Matcher;
/** Ids of the vacancies that are stored, in the order in which they came. */
const stored = new Set<string>();
let version = 1;

beforeAll(async () => {
  matcher = await matcherWith(people, vacancies.slice(0, 40), { rules: [ownRule] });
  for (const { id } of vacancies.slice(0, 40)) stored.add(id);
});

type Change =
  | { readonly kind: "removeVacancy" | "putVacancy"; readonly vacancy: number; readonly as: number }
  | { readonly kind: "putPerson"; readonly person: number; readonly as: number };

const vacancy = fc.nat(vacancies.length - 1);
const person = fc.nat(people.length - 1);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom("removeVacancy" as const, "putVacancy" as const), vacancy, as: vacancy }),
  fc.record({ kind: fc.constant("putPerson" as const), person, as: person }),
);

async function apply(each: Change): Promise<void> {
  version += 1;
  if (each.kind === "putPerson") {
    const [who, profile] = [people[each.person], people[each.as]];
    if (who !== undefined && profile !== undefined)
      await matcher.upsertParticipants([{ ...profile, id: who.id, version }]);
    return;
  }
  const [place, content] = [vacancies[each.vacancy], vacancies[each.as]];
  if (place === undefined || content === undefined) return;
  if (each.kind === "removeVacancy") {
    matcher.removeVacancies([place.id]);
    stored.delete(place.id);
  } else {
    await matcher.upsertVacancies([{ ...content, id: place.id, version }]);
    stored.add(place.id);
  }
}

/** Everything about the person and each vacancy that no border hides, one pair after the other. */
function assessments(id: string, request: MatchRequest): Assessment[] {
  return [...stored].flatMap((each) => {
    try {
      return [matcher.explain(id, each, request)];
    } catch (error) {
      if (error instanceof JobbmatchError && error.code === "unknownParticipant") return [];
      throw error;
    }
  });
}

function blocking({ rules }: Assessment, { unknown }: MatchRequest): string[] {
  return rules
    .filter(({ outcome }) => outcome === "fail" || (outcome === "unknown" && unknown === "exclude"))
    .map(({ rule }) => rule);
}

function best(all: readonly Assessment[], limit: number) {
  return [...all]
    .sort((a, b) => compareScored({ id: a.vacancy, score: a.score }, { id: b.vacancy, score: b.score }))
    .slice(0, limit)
    .map((assessment, index) => ({ ...plain(assessment), rank: index + 1 }));
}

function plain(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

/** What `topVacancies` must answer, from one pair after the other. */
function expectedList(id: string, request: MatchRequest): Partial<VacancyList> {
  const all = assessments(id, request);
  const blockedBy = (count: number) => all.filter((each) => blocking(each, request).length === count);
  const open = blockedBy(0);
  const asked = open.flatMap(({ questions }) => questions);
  const closed = all.flatMap((each) => blocking(each, request));
  return {
    total: all.length,
    vacancies: best(open, request.limit ?? 20),
    nearMisses: best(blockedBy(1), request.nearMisses ?? 5),
    closedBy: [...new Set(closed)]
      .map((rule) => ({ rule, vacancies: closed.filter((other) => other === rule).length }))
      .sort((a, b) => b.vacancies - a.vacancies),
    questions: [...new Map(asked.map((question) => [question.id, question])).values()]
      .map((question) => ({
        ...question,
        rule: question.id.split(":")[0] ?? "",
        settles: open.filter(
          ({ questions: [first, ...rest] }) => first?.id === question.id && rest.length === 0,
        ).length,
        open: asked.filter(({ id: other }) => other === question.id).length,
      }))
      .sort((a, b) => b.settles - a.settles || b.open - a.open || (a.id < b.id ? -1 : 1)),
  };
}

function expectedScores(id: string, request: MatchRequest) {
  const { units: _, ...forAnybody } = request;
  return assessments(id, forAnybody).flatMap((each) => {
    const count = blocking(each, request).length;
    const verdict = count === 0 ? ("allowed" as const) : ("nearMiss" as const);
    return count > 1 ? [] : [{ vacancy: each.vacancy, verdict, score: each.score }];
  });
}

function keptScores(needed: LeastScore): LeastScores {
  const kept = new LeastScores();
  for (const each of stored) {
    kept.set(each, { allowed: needed(each, "allowed"), nearMiss: needed(each, "nearMiss") });
  }
  return kept;
}

const request: fc.Arbitrary<MatchRequest> = fc.constantFrom<MatchRequest[]>(
  { date },
  { date, limit: 1, nearMisses: 0 },
  { date, limit: 3, nearMisses: 2, units, weights: { skills: 4, distance: 0 } },
  { date: "2027-02-01", limit: 1000, nearMisses: 1000, unknown: "exclude", weights: { wish: 5 } },
  {
    date,
    weights: { similarity: 0, experience: 0, wish: 0, skills: 0, language: 0, schedule: 0, distance: 0 },
  },
);

const step = fc.record({ changes: fc.array(change, { maxLength: 4 }), person, request, least: fc.nat(100) });

describe("one person and all vacancies", () => {
  it("are what comes of looking at one pair after the other, whatever has changed", async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      for (const { changes, person: index, request, least } of steps) {
        for (const each of changes) await apply(each);
        const id = people[index]?.id ?? "";
        expect(plain(matcher.topVacancies(id, request))).toMatchObject(plain(expectedList(id, request)));
        const scores = expectedScores(id, request);
        expect(matcher.scoreVacancies(id, request)).toEqual(scores);
        // What each list takes: a little less than the score, the score itself, or a little more.
        const margins = new Map(
          scores.map(({ vacancy: each, score }, at) => [each, score + (((at + least) % 3) - 1) * 1e-7]),
        );
        const needed = (each: string, verdict: string) =>
          verdict === "nearMiss" && least % 2 === 1 ? Number.POSITIVE_INFINITY : (margins.get(each) ?? 0);
        const reached = scores.filter(({ vacancy: each, verdict, score }) => score >= needed(each, verdict));
        expect(matcher.scoreVacancies(id, request, needed)).toEqual(reached);
        expect(matcher.scoreVacancies(id, request, keptScores(needed))).toEqual(reached);
      }
    });
    await fc.assert(property, { numRuns: 15 });
  });

  it("ask the rules only about vacancies whose lists the score can reach", async () => {
    let judged = 0;
    const counting = defineRule<number, string>({
      id: "counting",
      name: { sv: "räknar", en: "counts" },
      disclosure: { caseWorker: "full", employer: "full", participant: "full" },
      factOf: () => 0,
      needOf: ({ id }) => id,
      judge: () => {
        judged += 1;
        return "pass";
      },
      explain: () => ({ required: { sv: "–", en: "–" }, found: { sv: "–", en: "–" }, source: "stated" }),
    });
    const places = vacancies.slice(0, 20).map((each) => ({ ...each, units: undefined }));
    const counted = await matcherWith(people.slice(0, 1), places, { rules: [counting] });
    const id = people[0]?.id ?? "";
    const [best] = counted
      .scoreVacancies(id, { date })
      .sort((a, b) => b.score - a.score)
      .map(({ vacancy: each, score }) => ({ vacancy: each, score }));
    judged = 0;
    expect(counted.scoreVacancies(id, { date }, () => 1.01)).toEqual([]);
    expect(judged).toBe(0);
    const found = counted.scoreVacancies(id, { date }, (each) =>
      each === best?.vacancy ? best.score : 1.01,
    );
    expect(found).toMatchObject([{ vacancy: best?.vacancy, score: best?.score }]);
    expect(judged).toBe(1);
  });

  it("need no vacancies", async () => {
    const empty = await matcherWith(people.slice(0, 1), []);
    const id = people[0]?.id ?? "";
    expect(empty.scoreVacancies(id, { date })).toEqual([]);
    expect(empty.topVacancies(id, { date })).toMatchObject({ total: 0, vacancies: [], nearMisses: [] });
  });
});
