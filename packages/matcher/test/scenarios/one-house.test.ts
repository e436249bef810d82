import { oneHouse } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import type { Matcher } from "../../src/index.ts";
import { matcherWith } from "../matcher-with.ts";

const { date, participants, vacancies } = oneHouse;
const person = "p-nearly-there";

describe(oneHouse.practice, () => {
  let matcher: Matcher;

  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("matches to an education as to a job", () => {
    const { vacancies: open } = matcher.topVacancies(person, { date });
    expect(open.map(({ vacancy }) => vacancy)).toEqual(["v-education"]);
  });

  it("tells which tool opens how many places: the licence, the Swedish, and both", () => {
    const { open, singles, pairs } = matcher.unlocksOfParticipant(person, { date });
    const gains = (list: typeof singles) =>
      list.map(({ changes, matches }) => [
        changes
          .map(({ id }) => id)
          .sort()
          .join(" + "),
        matches,
      ]);
    expect(open).toBe(1);
    expect(new Map(gains(singles) as [string, number][])).toEqual(
      new Map([
        ["language:sv:B1", 2],
        ["drivingLicence:B", 3],
      ]),
    );
    expect(pairs[0]).toMatchObject({ matches: 7, onlyTogether: 2 });
  });

  it("shortens both waits: the older place goes to the person when two are alike", async () => {
    const published = vacancies.map((vacancy) => ({
      ...vacancy,
      publishedAt: vacancy.id === "v-licence-2" ? "2026-08-01" : "2026-11-20",
    }));
    const driver = {
      ...participants[0],
      id: person,
      unit: "boras",
      version: 1,
      drivingLicences: ["B" as const],
    };
    const { proposals } = await (await matcherWith([driver], published)).proposeAssignment({
      date,
      match: { weights: { similarity: 0, experience: 0, wish: 0, skills: 0 } },
    });
    expect(proposals.map(({ vacancy }) => vacancy)).toEqual(["v-licence-2"]);
  });
});
