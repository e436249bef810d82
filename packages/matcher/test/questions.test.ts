import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assessment, Matcher } from "../src/index.ts";
import { matcherWith, person, place } from "./matcher-with.ts";

const date = "2026-11-23";
const participants = [...generateParticipants({ seed: 13, count: 40 })];
const vacancies = [...generateVacancies({ seed: 13, count: 25 })];

/** What is said of every pair that no rule excludes. */
function allowedPairs(matcher: Matcher): readonly Assessment[] {
  return vacancies.flatMap(
    ({ id }) => matcher.topCandidates(id, { date, limit: 10_000, nearMisses: 0 }).candidates,
  );
}

/** The items with how many lists they are on, and on how many they are alone. */
function countOf(lists: readonly (readonly string[])[]): Record<string, [settles: number, open: number]> {
  const counts: Record<string, [number, number]> = {};
  for (const list of lists) {
    for (const item of list) {
      const [settles, open] = counts[item] ?? [0, 0];
      counts[item] = [settles + (list.length === 1 ? 1 : 0), open + 1];
    }
  }
  return counts;
}

const questionIds = ({ questions }: Assessment) => questions.map(({ id }) => id);
const unknownRules = ({ rules }: Assessment) =>
  rules.filter(({ outcome }) => outcome === "unknown").map(({ rule }) => rule);

describe("questions", () => {
  let matcher: Matcher;
  let pairs: readonly Assessment[];
  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
    pairs = allowedPairs(matcher);
  });

  it("to a participant count the vacancies whose assessments hold them", () => {
    for (const { id } of participants) {
      const found = matcher.questionsOfParticipant(id, { date, limit: 1000 });
      const expected = countOf(pairs.filter(({ participant }) => participant === id).map(questionIds));
      const counts = Object.fromEntries(found.map((each) => [each.id, [each.settles, each.open]]));
      expect(counts).toEqual(expected);
    }
  });

  it("for a vacancy count the people whose assessments hold them", () => {
    for (const { id } of vacancies) {
      const found = matcher.questionsOfVacancy(id, { date, limit: 1000 });
      const expected = countOf(pairs.filter(({ vacancy }) => vacancy === id).map(questionIds));
      const counts = Object.fromEntries(found.map((each) => [each.id, [each.settles, each.open]]));
      expect(counts).toEqual(expected);
    }
  });

  it("to everybody count, for each person and subject, the vacancies that the subject leaves open", () => {
    const found = matcher.questionsOfEverybody({ date, limit: 10_000 });
    const counts: Record<string, Record<string, [number, number]>> = {};
    for (const each of found) {
      counts[each.participant] ??= {};
      Object.assign(counts[each.participant] ?? {}, { [each.rule]: [each.settles, each.open] });
      expect(each.questions.length).toBeGreaterThan(0);
    }
    for (const { id } of participants) {
      const own = pairs.filter(({ participant }) => participant === id);
      expect(counts[id] ?? {}).toEqual(countOf(own.map(unknownRules)));
    }
  });

  it("come with the most useful first, and no more than were asked for", () => {
    const few = matcher.questionsOfEverybody({ date, limit: 7 });
    expect(few).toEqual(matcher.questionsOfEverybody({ date, limit: 1000 }).slice(0, 7));
    const settles = few.map((each) => each.settles);
    expect(settles).toEqual([...settles].sort((a, b) => b - a));
  });

  it("show nobody beyond the asker's units", async () => {
    const people = [person("here"), person("there", { unit: "south" })];
    const two = await matcherWith(people, [place("driver", { drivingLicences: [{ anyOf: ["B"] }] })]);
    const asked = two.questionsOfEverybody({ date, units: ["north"] });
    expect(asked.map((each) => [each.participant, each.rule, each.settles])).toEqual([
      ["here", "drivingLicence", 1],
    ]);
    expect(two.questionsOfVacancy("driver", { date, units: ["north"] })[0]).toMatchObject({ settles: 1 });
    expect(() => two.questionsOfParticipant("there", { date, units: ["north"] })).toThrow(
      "no such participant",
    );
  });
});
