import { workLadder } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { type Matcher, renderAssessment } from "../../src/index.ts";
import { matcherWith } from "../matcher-with.ts";

const { date, participants, vacancies } = workLadder;

describe(workLadder.practice, () => {
  let matcher: Matcher;

  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
  });

  it("goes from work training to the internship that the person wants", () => {
    const { current, next } = matcher.ladder("p-in-work-training", { date });
    expect(current).toBe(1);
    expect(next).toMatchObject({ step: 2, open: 2 });
    expect(next?.best?.vacancy).toBe("v-internship");
    expect(next?.best?.ladder).toEqual({ step: 2, current: 1, direction: "up" });
  });

  it("shows the one thing between a subsidised job and an ordinary one", () => {
    const { current, next } = matcher.ladder("p-in-subsidised-job", { date });
    expect(current).toBe(3);
    expect(next).toMatchObject({ step: 4, open: 0, nearMisses: 1 });
    expect(next?.gap.map(({ text }) => text.sv)).toEqual(["Ta B-körkort"]);
  });

  it("offers no step down without saying so", () => {
    const { vacancies: open } = matcher.topVacancies("p-in-subsidised-job", { date });
    expect(open.map(({ ladder }) => ladder.direction)).toEqual(open.map(() => "down"));
    const [first] = open;
    if (first === undefined) throw new Error("no internship on the list");
    expect(renderAssessment(first, { audience: "participant" })).toContain(
      "Det här är ett steg tillbaka från det du gör nu. Säg till om det inte känns bra.",
    );
  });
});
