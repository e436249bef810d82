import { parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import type { Matcher, Unlock } from "../../src/index.ts";
import { matcherWith, person, place } from "../matcher-with.ts";
import { applyAll, vacancyChanges } from "./changes-by-id.ts";

const date = "2026-11-23";
const context = { date };
const participants = [...generateParticipants({ seed: 12, count: 40 })];
const vacancies = [...generateVacancies({ seed: 12, count: 200 })].map(vacancyOf);
const every = { date, singles: 1000, pairs: 1000 };

function vacancyOf(input: unknown): Vacancy {
  const parsed = parseVacancy(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function allowed(matcher: Matcher, id: string): string[] {
  const { candidates } = matcher.topCandidates(id, { date, limit: 10_000, nearMisses: 0 });
  return candidates.map(({ participant }) => participant);
}

describe("unlocks of a vacancy", () => {
  let matcher: Matcher;
  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("count the people whom a new match with the eased vacancy adds, for 200 generated vacancies", async () => {
    const expected: { readonly of: string; readonly unlock: Unlock }[] = [];
    const eased: Vacancy[] = [];
    for (const [number, vacancy] of vacancies.entries()) {
      const { singles, pairs } = matcher.unlocksOfVacancy(vacancy.id, every);
      const known = vacancyChanges(vacancy, context);
      for (const unlock of [singles[number % 7], pairs[number % 9]]) {
        if (unlock === undefined) continue;
        eased.push(vacancyOf({ ...applyAll(vacancy, unlock.changes, known), id: `eased-${eased.length}` }));
        expected.push({ of: vacancy.id, unlock });
      }
    }
    const fresh = await matcherWith(participants, eased);
    for (const [number, { of, unlock }] of expected.entries()) {
      const before = new Set(allowed(matcher, of));
      const added = allowed(fresh, `eased-${number}`).filter((id) => !before.has(id));
      expect({ of, changes: unlock.changes, matches: unlock.matches }).toEqual({
        of,
        changes: unlock.changes,
        matches: added.length,
      });
    }
    expect(expected.length).toBeGreaterThan(150);
  });

  it("change nothing of the vacancy, and give valid vacancies", () => {
    for (const vacancy of vacancies) {
      const before = structuredClone(vacancy);
      for (const [id, change] of vacancyChanges(vacancy, context)) {
        expect({ id, ...parseVacancy(change.apply(vacancy)) }).toMatchObject({ id, ok: true });
      }
      expect(vacancy).toEqual(before);
    }
  });
});

describe("unlocks of a hand-made vacancy", () => {
  const swedish = (level: "A2" | "B1") => ({ languages: [{ language: "sv", level }] });
  const busyOnWednesdays = {
    availability: {
      weekly: ["mon", "tue", "thu", "fri"].map((day) => ({ day: day as "mon", from: "07:00", to: "17:00" })),
    },
  };
  const people = [
    person("fits", swedish("B1")),
    person("a2", swedish("A2")),
    person("busy", { ...swedish("B1"), ...busyOnWednesdays }),
    person("a2-busy", { ...swedish("A2"), ...busyOnWednesdays }),
    person("elsewhere", { ...swedish("A2"), unit: "south" }),
  ];
  const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
  const shifts = weekdays.map((day) => ({ day, from: "08:00", to: "16:00" }));
  const kitchen = place("kitchen", {
    languages: [{ anyOf: [{ language: "sv", level: "B1" }] }],
    schedule: { kind: "fixed", shifts },
    hoursPerWeek: { min: 40 },
  });

  it("tell whom a lower level and a day off let in, alone and together", async () => {
    const matcher = await matcherWith(people, [kitchen]);
    const answer = matcher.unlocksOfVacancy("kitchen", { date, units: ["north"] });
    expect([answer.total, answer.allowed]).toEqual([4, 1]);
    expect(answer.singles.map(({ changes, matches }) => [changes[0]?.text.sv, matches])).toEqual([
      ["Godta svenska A2 i stället för B1", 1],
      ["Onsdagar lediga", 1],
    ]);
    expect(
      answer.pairs.map(({ changes, matches, onlyTogether }) => [changes.length, matches, onlyTogether]),
    ).toEqual([[2, 3, 1]]);
  });

  it("refuse a vacancy that is not there", async () => {
    const matcher = await matcherWith(people, [kitchen]);
    expect(() => matcher.unlocksOfVacancy("nowhere")).toThrow("there is no such vacancy");
  });
});
