import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  daysBetween,
  dueFollowUps,
  eligibilityDeadlines,
  monthlyResults,
  nextFollowUp,
  type Placement,
  type PlacementStep,
  parseParticipant,
  placement as placementSchema,
  resultsByPlacementType,
  takeStep,
} from "../../src/index.ts";

function placement(steps: readonly PlacementStep[], rest: Partial<Placement> = {}): Placement {
  return { participant: "p", vacancy: "v", unit: "north", ...rest, steps: [...steps] };
}

const proposed = { kind: "proposed", date: "2026-09-01" } as const;
const placed = { kind: "placed", date: "2026-09-14" } as const;

describe("calendar", () => {
  it("adds months without leaving them, and counts days as they are walked", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (start, months) => {
        const from = start.toISOString().slice(0, 10);
        const to = addMonths(from, months);
        const walked = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
        expect(walked + Number(to.slice(5, 7)) - Number(from.slice(5, 7))).toBe(months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });
});

describe("a placement's steps", () => {
  it("go from the proposal to the outcome", () => {
    const steps: PlacementStep[] = [
      { kind: "accepted", date: "2026-09-02" },
      { kind: "interview", date: "2026-09-05" },
      placed,
      { kind: "followUp", date: "2026-10-14" },
      { kind: "followUp", date: "2026-11-13" },
      { kind: "ended", date: "2026-12-01", outcome: "ordinaryJob" },
    ];
    const whole = steps.reduce(
      (current, step) => {
        const next = takeStep(current, step);
        if (!next.ok) throw new Error(next.problems[0]?.message);
        return next.value;
      },
      placement([proposed]),
    );
    expect(whole.steps).toEqual([proposed, ...steps]);
    expect(placementSchema.safeParse(whole).success).toBe(true);
  });

  it("refuse what can't follow, and what lies before", () => {
    const refused = (steps: readonly PlacementStep[], step: PlacementStep) => {
      const next = takeStep(placement(steps), step);
      return next.ok ? undefined : next.problems[0];
    };
    expect(refused([proposed], { kind: "followUp", date: "2026-09-02" })).toMatchObject({
      code: "invalidTransition",
      message: "followUp can't follow proposed",
    });
    const declined = { kind: "declined", date: "2026-09-03", reason: "notReached" } as const;
    expect(refused([proposed, declined], placed)?.code).toBe("invalidTransition");
    expect(refused([proposed], { kind: "placed", date: "2026-08-31" })).toMatchObject({
      code: "invalidDate",
      field: "date",
    });
  });

  it("know no reason of health", () => {
    const ended = placement([proposed, placed, { kind: "ended", date: "2026-12-01", outcome: "other" }]);
    expect(placementSchema.safeParse(ended).success).toBe(true);
    const steps = [proposed, { kind: "declined", date: "2026-12-01", reason: "ill" }];
    expect(placementSchema.safeParse({ ...ended, steps }).success).toBe(false);
  });
});

describe("follow-ups", () => {
  it("are due every month from the first day, however late the last talk was", () => {
    expect(nextFollowUp(placement([proposed]))).toBeUndefined();
    expect(nextFollowUp(placement([proposed, placed]))).toBe("2026-10-14");
    const late = { kind: "followUp", date: "2026-10-30" } as const;
    expect(nextFollowUp(placement([proposed, placed, late]))).toBe("2026-11-14");
    expect(nextFollowUp(placement([proposed, placed, late]), 3)).toBe("2026-12-14");
    const ended = { kind: "ended", date: "2026-11-01", outcome: "studies" } as const;
    expect(nextFollowUp(placement([proposed, placed, late, ended]))).toBeUndefined();
  });

  it("stand on a list with the latest first", () => {
    const begun = (participant: string, date: string) =>
      placement([proposed, { kind: "placed", date }], { participant });
    const all = [begun("new", "2026-11-01"), begun("soon", "2026-10-23"), begun("late", "2026-09-14")];
    expect(dueFollowUps(all, { date: "2026-11-23" })).toEqual([
      { participant: "late", vacancy: "v", unit: "north", due: "2026-10-14", daysLate: 40 },
      { participant: "soon", vacancy: "v", unit: "north", due: "2026-11-23", daysLate: 0 },
    ]);
  });
});

describe("results", () => {
  const ended = (date: string, outcome: "ordinaryJob" | "studies" | "endedByWorkplace") =>
    ({ kind: "ended", date, outcome }) as const;
  const all = [
    placement([proposed, placed, ended("2026-11-10", "ordinaryJob")], {
      participant: "a",
      placementType: "internship",
    }),
    placement([proposed, { kind: "placed", date: "2026-09-30" }], {
      participant: "b",
      vacancy: "w",
      placementType: "internship",
    }),
    placement(
      [
        { kind: "proposed", date: "2026-11-02" },
        { kind: "placed", date: "2026-11-20" },
      ],
      {
        participant: "a",
        vacancy: "w",
      },
    ),
    placement([proposed, { kind: "declined", date: "2026-09-02", reason: "other" }], { participant: "c" }),
  ];

  it("are numbers over time", () => {
    const dates = {
      registeredSince: new Map([
        ["a", "2026-09-04"],
        ["b", "2026-08-31"],
      ]),
      publishedAt: new Map([["v", "2026-09-10"]]),
    };
    expect(monthlyResults(all, dates)).toEqual([
      {
        month: "2026-09",
        proposed: 3,
        declined: 1,
        placed: 2,
        selfSupporting: 0,
        medianDaysToPlace: 20,
        medianDaysToFill: 4,
      },
      {
        month: "2026-11",
        proposed: 1,
        declined: 0,
        placed: 1,
        selfSupporting: 1,
        medianDaysToPlace: undefined,
        medianDaysToFill: undefined,
      },
    ]);
  });

  it("go back to the placement types", () => {
    const [internship, unknown] = resultsByPlacementType(all);
    expect(internship).toMatchObject({ placementType: "internship", placed: 2, ongoing: 1 });
    expect(internship?.outcomes).toMatchObject({ ordinaryJob: 1, studies: 0 });
    expect(unknown).toMatchObject({ placementType: "unknown", placed: 1, ongoing: 1 });
  });
});

describe("deadlines of eligibility", () => {
  it("come the most urgent first, without those that are over, far away or followed by another", () => {
    const person = (id: string, eligibility: readonly object[]) => {
      const parsed = parseParticipant({ id, unit: "north", version: 1, eligibility });
      if (!parsed.ok) throw new Error("not a participant");
      return parsed.value;
    };
    const people = [
      person("far", [{ placementType: "new-start-job", until: "2027-06-01" }]),
      person("soon", [{ placementType: "new-start-job", until: "2026-12-20" }]),
      person("today", [{ placementType: "municipal-job", until: "2026-11-23" }]),
      person("over", [{ placementType: "municipal-job", until: "2026-11-22" }]),
      person("followed", [
        { placementType: "new-start-job", until: "2026-12-01" },
        { placementType: "new-start-job", from: "2026-12-02" },
      ]),
    ];
    expect(eligibilityDeadlines(people, { date: "2026-11-23" })).toEqual([
      {
        participant: "today",
        unit: "north",
        placementType: "municipal-job",
        until: "2026-11-23",
        daysLeft: 0,
      },
      {
        participant: "soon",
        unit: "north",
        placementType: "new-start-job",
        until: "2026-12-20",
        daysLeft: 27,
      },
    ]);
  });
});
