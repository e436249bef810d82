import { dueFollowUps, type Placement, takeStep } from "@jobbmatch/shared";
import { fourPlusOne } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import type { CandidateList, Matcher } from "../../src/index.ts";
import { matcherWith } from "../matcher-with.ts";

const { date, participants, vacancies } = fourPlusOne;

describe(fourPlusOne.practice, () => {
  let matcher: Matcher;
  let list: CandidateList;

  beforeAll(async () => {
    matcher = await matcherWith(participants, vacancies);
    list = matcher.topCandidates("v-care-home", { date });
  });

  it("puts whoever wants to become an assistant nurse first, because the training leads there", () => {
    expect(list.candidates.map(({ participant }) => participant)).toEqual([
      "p-wants-care",
      "p-wants-warehouse",
    ]);
    const wish = list.candidates[0]?.contributions.find(({ feature }) => feature === "wish");
    expect(wish).toMatchObject({ known: true, value: 1 });
  });

  it("keeps the Fridays of the training: SFI then is a near miss that says so", () => {
    const missed = list.nearMisses.find(({ participant }) => participant === "p-sfi-on-fridays");
    expect(missed?.remedies.map(({ text }) => text.sv)).toEqual(["Vara ledig på fredagar"]);
    expect(missed?.rules.filter(({ outcome }) => outcome === "fail").map(({ rule }) => rule)).toEqual([
      "schedule",
    ]);
  });

  it("tells what would let more people in", () => {
    const { singles } = matcher.unlocksOfVacancy("v-care-home", { date });
    const text = singles.map(
      ({ changes, matches }) => `${changes.map(({ text: { sv } }) => sv).join()}: ${matches}`,
    );
    expect(text.some((line) => line.includes("A1") && line.endsWith(": 1"))).toBe(true);
  });

  it("proposes one person to each place, by what they want", async () => {
    const { proposals, emptySeats } = await matcher.proposeAssignment({ date });
    expect(proposals.map(({ participant }) => participant)).toEqual(["p-wants-care", "p-wants-warehouse"]);
    expect(new Set(proposals.map(({ vacancy }) => vacancy)).size).toBe(2);
    expect(emptySeats).toEqual([]);
  });

  it("has the consultant call every month", () => {
    const begin: Placement = {
      participant: "p-wants-care",
      vacancy: "v-care-home",
      unit: "boras",
      placementType: "municipal-job",
      steps: [{ kind: "proposed", date }],
    };
    const placed = takeStep(begin, { kind: "placed", date: "2026-12-07" });
    if (!placed.ok) throw new Error("could not be placed");
    const due = (day: string) => dueFollowUps([placed.value], { date: day }).map((each) => each.due);
    expect(due("2027-01-06")).toEqual([]);
    expect(due("2027-01-07")).toEqual(["2027-01-07"]);
    const called = takeStep(placed.value, { kind: "followUp", date: "2027-01-08" });
    if (!called.ok) throw new Error("could not be followed up");
    expect(dueFollowUps([called.value], { date: "2027-01-31" })).toEqual([]);
  });
});
