import { describe, expect, expectTypeOf, it } from "vitest";
import type { AssignmentRequest, NightRequest } from "../../src/assignment/assignment-request.ts";
import { proposeAssignment } from "../../src/assignment/propose-assignment.ts";

const date = "2026-11-23";
const place = (id: string, seats = 1) => ({ id, employer: "School 1", seats });
const pair = (participant: string, vacancy: string, score: number) => ({
  participant,
  vacancy,
  score,
  wish: 0,
});

describe("the floor", () => {
  const input = {
    people: [{ id: "near" }, { id: "far" }],
    places: [place("v1")],
    pairs: [pair("near", "v1", 0.9), pair("far", "v1", 0.2)],
  };
  const floor = { weeks: 26, lastProposed: { near: "2026-11-01", far: "2026-01-01" } };

  it("goes before the better match, and says whom it put in and out and what that cost", async () => {
    const without = await proposeAssignment(input, { date });
    const withFloor = await proposeAssignment(input, { date, floor });
    expect(without.proposals.map(({ participant }) => participant)).toEqual(["near"]);
    expect(withFloor.proposals.map(({ participant }) => participant)).toEqual(["far"]);
    expect(withFloor.floor).toMatchObject({
      isKept: true,
      isProven: true,
      overdue: [{ participant: "far", weeks: 46, isProposed: true }],
      change: { gained: ["far"], lost: ["near"], moved: 0 },
    });
    expect(withFloor.floor?.change?.cost).toBeCloseTo(0.7, 6);
  });

  it("says that it changed nothing where the best proposal keeps it already", async () => {
    const { floor: report } = await proposeAssignment(
      { ...input, places: [place("v1", 2)] },
      { date, floor },
    );
    expect(report).toMatchObject({ isKept: true, proposed: 1, possible: 1 });
    expect(report).not.toHaveProperty("change");
  });

  it("reports when there are too few seats to keep it", async () => {
    const { floor: report } = await proposeAssignment(input, {
      date,
      floor: { weeks: 1, lastProposed: floor.lastProposed },
    });
    expect(report).toMatchObject({ isKept: false, isProven: true, proposed: 1, possible: 1 });
    expect(report?.overdue).toHaveLength(2);
  });

  it("counts who has never been proposed from registration, and reports whom it cannot date", async () => {
    const people = [{ id: "near", registeredSince: "2020-01-01" }, { id: "far" }];
    const { floor: report } = await proposeAssignment({ ...input, people }, { date, floor: { weeks: 26 } });
    expect(report?.overdue.map(({ participant }) => participant)).toEqual(["near"]);
    expect(report?.unknownSince).toBe(1);
  });

  it("asks nothing for people who fit no place", async () => {
    const { floor: report } = await proposeAssignment(
      { people: input.people, places: [place("v1")], pairs: [pair("near", "v1", 0.9)] },
      { date, floor },
    );
    expect(report).toMatchObject({ isKept: true, overdue: [] });
  });

  it("moves others aside where that is what it takes", async () => {
    // "far" fits v1 only, where "near" is best; "near" can go to v2, where "mid" would be.
    const { proposals, floor: report } = await proposeAssignment(
      {
        people: [{ id: "far" }, { id: "mid" }, { id: "near" }],
        places: [place("v1"), place("v2")],
        pairs: [
          pair("near", "v1", 0.9),
          pair("near", "v2", 0.5),
          pair("mid", "v2", 0.6),
          pair("far", "v1", 0.1),
        ],
      },
      { date, floor: { weeks: 26, lastProposed: { far: "2026-01-01", near: date, mid: date } } },
    );
    expect(proposals.map(({ participant, vacancy }) => `${participant} → ${vacancy}`)).toEqual([
      "far → v1",
      "mid → v2",
    ]);
    expect(report?.change).toMatchObject({ gained: ["far"], lost: ["near"], moved: 0 });
  });
});

it("leaves no way for groups into an assignment", () => {
  expectTypeOf<AssignmentRequest>().not.toHaveProperty("groups");
  expectTypeOf<Required<NightRequest>>().not.toHaveProperty("groups");
  expectTypeOf<Parameters<typeof proposeAssignment>[0]["people"][number]>().toEqualTypeOf<{
    readonly id: string;
    readonly registeredSince?: string | undefined;
    readonly hoursPerWeek?: { min?: number | undefined; max?: number | undefined } | undefined;
  }>();
});
