import { jobCorner } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { type Matcher, renderAssessment } from "../../src/index.ts";
import { lix } from "../lix.ts";
import { matcherWith } from "../matcher-with.ts";

const { date, participants, vacancies } = jobCorner;

describe(jobCorner.practice, () => {
  let matcher: Matcher;

  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("shows internships beside jobs, to those who don't speak Swedish yet too", () => {
    const list = matcher.topCandidates("v-kitchen-internship", { date });
    expect(list.funnel.remaining).toBe(11);
    expect(list.candidates.slice(0, 7).every(({ participant }) => participant.startsWith("p-cook"))).toBe(
      true,
    );
    expect(matcher.topCandidates("v-cook", { date }).candidates).toEqual([]);
    const { vacancies: open, nearMisses } = matcher.topVacancies("p-cook-1", { date });
    expect(open.map(({ vacancy }) => vacancy)).toEqual(["v-kitchen-internship"]);
    expect(nearMisses.map(({ vacancy }) => vacancy).sort()).toEqual(["v-cleaner", "v-cook"]);
  });

  it("hunts first for the workplaces that would serve most people without a good place", async () => {
    const hunt = await matcher.huntList({ date, goodScore: 0.5, smallest: 2 });
    expect(hunt).toMatchObject({ total: 11, withoutPlace: 4, left: 0 });
    expect(hunt.kinds.map(({ occupation, serves, swedish }) => [occupation.ssyk, serves, swedish])).toEqual([
      ["9111", 4, "none"],
    ]);
  });

  it("says it in plain words", () => {
    const assessment = matcher.explain("p-cook-1", "v-kitchen-internship", { date });
    const text = renderAssessment(assessment, { audience: "participant" }).join("\n");
    expect(text).toMatch(/^Den här platsen (?:kan passa|passar) dig\./);
    expect(text).toContain("Varför: Du har gjort liknande jobb förut.");
    expect(lix(text)).toBeLessThan(30);
  });
});
