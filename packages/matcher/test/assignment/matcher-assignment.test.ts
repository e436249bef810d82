import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import { beforeAll, describe, expect, it } from "vitest";
import { describeEmptySeats, describeProposal, describeUnplaced, type Matcher } from "../../src/index.ts";
import { matcherWith, person, place } from "../matcher-with.ts";

const date = "2026-11-23";

describe("an assignment of a generated municipality", () => {
  let matcher: Matcher;
  beforeAll(async () => {
    matcher = await matcherWith(
      [...generateParticipants({ seed: 3, count: 60 })],
      [...generateVacancies({ seed: 3, count: 12 })],
    );
  });

  it("proposes only what the rules leave open, to as many as the pairs allow, with words for all of it", async () => {
    const night = await matcher.proposeAssignment({ date });
    expect(night.proposals.length).toBeGreaterThan(0);
    for (const { participant, vacancy, score } of night.proposals) {
      const assessment = matcher.explain(participant, vacancy, { date });
      expect(assessment.rules.map(({ outcome }) => outcome)).not.toContain("fail");
      expect(assessment.score).toBeCloseTo(score, 6);
    }
    const { proposed, greedy } = night.comparison;
    expect(proposed.people).toBeGreaterThanOrEqual(greedy.people);
    expect(night.leftOut.beyondBest).toBe(0);
    const texts = [
      ...night.proposals.map(describeProposal),
      ...night.unplaced.map(describeUnplaced),
      ...night.emptySeats.map(describeEmptySeats),
    ];
    for (const { sv, en } of texts) expect([sv, en].every((text) => text.length > 10)).toBe(true);
  });

  it("leaves out people whose answers are unknown when asked to", async () => {
    const night = await matcher.proposeAssignment({ date, match: { unknown: "exclude" } });
    for (const { participant, vacancy } of night.proposals) {
      const outcomes = matcher.explain(participant, vacancy, { date }).rules.map(({ outcome }) => outcome);
      expect(outcomes.every((outcome) => outcome === "pass")).toBe(true);
    }
  });

  it("stays inside the asker's units", async () => {
    const { proposals, unplaced } = await matcher.proposeAssignment({ date, match: { units: ["ame-norr"] } });
    const people = [...proposals, ...unplaced].map(({ participant }) => participant);
    expect(people.length).toBeGreaterThan(0);
    for (const id of people) {
      const list = matcher.topVacancies(id, { date, units: ["ame-norr"] });
      expect(list.participant).toBe(id);
    }
  });

  it("reports every participant by distance and by the groups that the caller supplies", async () => {
    const night = await matcher.proposeAssignment({ date });
    const groups = new Map(
      night.unplaced.map(({ participant }, index) => [participant, index % 2 === 0 ? "a" : "b"]),
    );
    const report = matcher.fairnessReport(night, groups);
    expect(report.byDistance.map(({ dimension }) => dimension)).toEqual([
      "yearsSinceWork",
      "monthsRegistered",
      "sfiStep",
      "ladderStep",
    ]);
    for (const { people } of report.byDistance) expect(people).toBe(60);
    expect(report.byGroup?.groups.map(({ group }) => group)).toEqual(["a", "b", "unknown"]);
    expect(await matcher.proposeAssignment({ date })).toEqual(night);
  });
});

describe("people on no place's list", () => {
  it("have their own best pairs, so that they can be placed all the same, and what is left out is counted", async () => {
    const matcher = await matcherWith(
      [person("p1", { wishes: [{ text: "Undersköterska" }] }), person("p2"), person("p3")],
      [place("v1"), place("v2")],
    );
    const short = await matcher.proposeAssignment({ date, pairsPerPlace: 1, pairsPerPerson: 0 });
    const longer = await matcher.proposeAssignment({ date, pairsPerPlace: 1, pairsPerPerson: 1 });
    expect(short.proposals.map(({ participant }) => participant)).toEqual(["p1"]);
    expect(longer.proposals).toHaveLength(2);
    expect([short.leftOut.beyondBest, longer.leftOut.beyondBest]).toEqual([4, 2]);
  });

  it("leaves full and closed places alone", async () => {
    const matcher = await matcherWith(
      [person("p1")],
      [place("v1", { seats: 1, seatsTaken: 1 }), place("v2", { status: "withdrawn" })],
    );
    expect(await matcher.proposeAssignment({ date })).toMatchObject({ proposals: [], emptySeats: [] });
  });
});
