import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { describe, expect, it } from "vitest";
import type { Candidate, HuntRequest, Matcher } from "../src/index.ts";
import { matcherWith, person, place } from "./matcher-with.ts";

const date = "2026-11-23";

/** Those to whom a vacancy is a good place when everybody is matched with it. */
function goodFor(matcher: Matcher, vacancy: string, goodScore: number): readonly Candidate[] {
  const { candidates } = matcher.topCandidates(vacancy, { date, limit: 10_000, nearMisses: 0 });
  return candidates.filter(
    ({ score, contributions }) =>
      score >= goodScore &&
      contributions.some(
        ({ feature, known, value }) => ["experience", "wish"].includes(feature) && known && value >= 0.4,
      ),
  );
}

describe("the hunt list of generated people", () => {
  const participants = [...generateParticipants({ seed: 14, count: 150 })];
  const vacancies = [...generateVacancies({ seed: 14, count: 25 })];
  const request: HuntRequest = { date, goodScore: 0.35, smallest: 3, limit: 6 };

  it("counts what a new match with such vacancies gives, each kind beside those before it", async () => {
    const matcher = await matcherWith(participants, vacancies);
    const answer = await matcher.huntList(request);
    const placed = new Set(
      vacancies.flatMap(({ id }) => goodFor(matcher, id, 0.35).map(({ participant }) => participant)),
    );
    const lacking = new Set(participants.map(({ id }) => id).filter((id) => !placed.has(id)));
    expect([answer.total, answer.withoutPlace]).toEqual([150, lacking.size]);

    const left = new Set(lacking);
    for (const kind of answer.kinds) {
      await matcher.upsertVacancies([kind.vacancy]);
      const served = goodFor(matcher, kind.vacancy.id, 0.35).filter(({ participant }) =>
        lacking.has(participant),
      );
      const certain = served.filter(({ rules }) => rules.every(({ outcome }) => outcome === "pass")).length;
      const fresh = served.filter(({ participant }) => left.delete(participant));
      expect(kind).toMatchObject({ servesInAll: served.length, serves: fresh.length });
      expect(kind.certain).toBe(certain < 3 ? undefined : certain);
    }
    expect(answer.left).toBe(left.size);
    expect(answer.kinds.length).toBeGreaterThan(3);
  });

  it("calls those first who serve most, and shows no small cell", async () => {
    const matcher = await matcherWith(participants, vacancies);
    const { kinds, groups } = await matcher.huntList(request);
    const serves = kinds.map((kind) => kind.serves);
    expect(serves).toEqual([...serves].sort((a, b) => b - a));
    expect(kinds[0]?.serves).toBe(Math.max(...kinds.map(({ servesInAll }) => servesInAll)));
    const counts = kinds.flatMap(({ certain, experienced, wishing }) => [certain, experienced, wishing]);
    for (const count of [...serves, ...groups.map(({ people }) => people), ...counts])
      expect(count ?? 3).toBeGreaterThanOrEqual(3);
    const fewer = await matcher.huntList({ ...request, limit: 2 });
    expect(fewer.kinds).toEqual(kinds.slice(0, 2));
  });
});

describe("the hunt list of hand-made people", () => {
  const home = { municipality: "1490" };
  const commute = { maxKm: 20 };
  const availability = { hoursPerWeek: { min: 10, max: 20 } };
  const languages = [{ language: "sv", sfi: { course: "C" as const, status: "passed" as const } }];
  const cook = (number: number) =>
    person(`cook-${number}`, {
      ...{ home, commute, availability, languages, eligibility: [] },
      experiences: [{ occupation: "kock", months: 60, lastYear: 2024 }],
    });
  const cooks = [1, 2, 3, 4, 5, 6].map(cook);
  const unknown = [1, 2, 3, 4, 5].map((number) => person(`unknown-${number}`, { home }));
  const everybody = [...cooks, ...unknown, person("south", { unit: "south", home })];

  it("asks for the hours and the Swedish that most have", async () => {
    const matcher = await matcherWith(everybody, []);
    const answer = await matcher.huntList({ date, units: ["north"] });
    expect(answer).toMatchObject({ total: 11, withoutPlace: 11, left: 5, leftUndirected: 5 });
    expect(answer.groups).toEqual([{ ssyk: "5120", name: { sv: "kock", en: "cook" }, people: 6 }]);
    expect(answer.kinds).toHaveLength(1);
    expect(answer.kinds[0]).toMatchObject({
      ...{ municipality: "1490", hoursPerWeek: 20, swedish: "A2" },
      ...{ serves: 6, servesInAll: 6, experienced: 6 },
    });
    expect(answer.kinds[0]?.wishing).toBeUndefined();
  });

  it("leaves out people who have a good place, and kinds of placement that nobody is eligible for", async () => {
    const kitchen = place("kitchen", { title: "Kock", location: home, seats: 6 });
    const placed = await (await matcherWith(everybody, [kitchen])).huntList({ date });
    expect([placed.withoutPlace, placed.kinds]).toEqual([6, []]);
    const matcher = await matcherWith(everybody, []);
    expect((await matcher.huntList({ date, placementType: "municipal-job" })).kinds).toEqual([]);
    const two = await (await matcherWith(everybody, [kitchen])).huntList({ date, placesEach: 2 });
    expect(two.withoutPlace).toBe(12);
  });

  it("hides groups that are too small", async () => {
    const matcher = await matcherWith(cooks.slice(0, 4), []);
    const { groups, kinds, left } = await matcher.huntList({ date });
    expect([groups, kinds, left]).toEqual([[], [], 4]);
  });

  it("refuses a wrong request", async () => {
    const matcher = await matcherWith([], []);
    await expect(matcher.huntList({ goodScore: 2 })).rejects.toThrow("goodScore");
    await expect(matcher.huntList({ date })).resolves.toMatchObject({ total: 0, kinds: [] });
  });
});
