import { describe, expect, it } from "vitest";
import { type Matcher, renderAssessment } from "../src/index.ts";
import { matcherWith, person, place } from "./matcher-with.ts";

const date = "2026-11-23";

/** An internship that asks nothing, two municipal jobs that need a decision, and an ordinary job that needs a licence. */
function ladderMatcher(): Promise<Matcher> {
  return matcherWith(
    [
      person("new", { currentPlacement: null, drivingLicences: [], eligibility: [] }),
      person("intern", {
        currentPlacement: { placementType: "internship" },
        drivingLicences: [],
        eligibility: [],
      }),
      person("driver", {
        currentPlacement: { placementType: "municipal-job", since: "2026-01-01" },
        drivingLicences: ["B"],
        eligibility: [],
      }),
      person("unknown"),
    ],
    [
      place("internship", { placementType: "internship" }),
      place("municipal-1", { placementType: "municipal-job" }),
      place("municipal-2", { placementType: "municipal-job" }),
      place("ordinary", { placementType: "ordinary", drivingLicences: [{ anyOf: ["B"] }] }),
    ],
  );
}

describe("the ladder", () => {
  it("shows the next step that can be reached", async () => {
    const ladder = (await ladderMatcher()).ladder("new", { date });
    expect(ladder).toMatchObject({ participant: "new", date, current: 0 });
    expect(ladder.rungs.map(({ step, open, nearMisses }) => [step, open, nearMisses])).toEqual([
      [1, 0, 0],
      [2, 1, 0],
      [3, 0, 2],
      [4, 0, 1],
    ]);
    expect(ladder.next).toMatchObject({ step: 2, open: 1, gap: [] });
    expect(ladder.next?.best?.vacancy).toBe("internship");
  });

  it("shows the gap to the next step where none can be reached", async () => {
    const { next } = (await ladderMatcher()).ladder("intern", { date });
    expect(next).toMatchObject({ step: 3, open: 0, nearMisses: 2 });
    expect(next?.gap.map(({ id, vacancies }) => [id, vacancies])).toEqual([["eligibility:municipal-job", 2]]);
  });

  it("prefers a step that can be reached to a nearer one that can't", async () => {
    const matcher = await ladderMatcher();
    await matcher.upsertParticipants([
      person("intern", {
        version: 2,
        currentPlacement: { placementType: "internship" },
        drivingLicences: ["B"],
        eligibility: [],
      }),
    ]);
    expect(matcher.ladder("intern", { date }).next).toMatchObject({ step: 4, open: 1 });
  });

  it("never goes a step down without saying so", async () => {
    const matcher = await ladderMatcher();
    const down = matcher.explain("driver", "internship", { date });
    expect(down.ladder).toEqual({ step: 2, current: 3, direction: "down" });
    const text = (audience: "caseWorker" | "employer" | "participant") =>
      renderAssessment(down, { audience }).join("\n");
    expect(text("caseWorker")).toContain("neråt, från anställning med stöd till praktik");
    expect(text("participant")).toContain("ett steg tillbaka");
    expect(text("employer")).not.toMatch(/steg|neråt|stöd/);
    expect(matcher.explain("driver", "ordinary", { date }).ladder.direction).toBe("up");
    expect(matcher.explain("driver", "municipal-1", { date }).ladder.direction).toBe("same");
  });

  it("says nothing of a direction that it does not know", async () => {
    const matcher = await ladderMatcher();
    expect(matcher.explain("unknown", "internship", { date }).ladder).toEqual({
      step: 2,
      direction: "unknown",
    });
    const ladder = matcher.ladder("unknown", { date });
    expect("current" in ladder).toBe(false);
    expect(ladder.next?.step).toBe(2);
  });
});
