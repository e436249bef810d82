import { JobbmatchError } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentInput } from "../../src/assignment/assignment-input.ts";
import type { AssignmentProposal, UnplacedPerson } from "../../src/assignment/assignment-proposal.ts";
import {
  type AssignmentRequest,
  completeAssignmentRequest,
} from "../../src/assignment/assignment-request.ts";
import { compileAssignment } from "../../src/assignment/compile.ts";
import { loadSolverLibrary } from "../../src/assignment/linear-solver.ts";
import {
  type AssignmentOptions,
  proposeAssignment as propose,
} from "../../src/assignment/propose-assignment.ts";
import { Usage } from "../../src/assignment/usage.ts";
import { date, inputs, requests } from "./inputs.ts";

const library = await loadSolverLibrary();
const proposeAssignment = (
  input: AssignmentInput,
  request?: AssignmentRequest,
  options?: AssignmentOptions,
) => propose(input, request, { library, ...options });
const runs = { numRuns: 30 };

/** By trying everything: most overdue people first, then the greatest utility. */
function best(input: AssignmentInput, request: AssignmentRequest, isOverdue: (id: string) => boolean) {
  const { table, people } = compileAssignment(input, completeAssignmentRequest(request), new Set());
  const usage = new Usage(table);
  const better = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]) ? a : b;
  const from = (person: number): readonly [number, number] => {
    if (person === table.personCount) return [0, 0];
    let most = from(person + 1);
    for (
      let option = table.personStart[person] ?? 0;
      option < (table.personStart[person + 1] ?? 0);
      option++
    ) {
      if (!usage.fits(option)) continue;
      usage.take(option);
      const [count, value] = from(person + 1);
      const overdue = isOverdue(people[person]?.id ?? "") ? 1 : 0;
      most = better(most, [count + overdue, value + (table.worth[option] ?? 0)]);
      usage.release(person);
    }
    return most;
  };
  return from(0);
}

/** The proposal's worth, from the parts that it shows. */
function shownValue({ proposals }: AssignmentProposal): number {
  return proposals.reduce((sum, { utility }) => sum + utility.total, 0);
}

function expectWithinLimits(
  input: AssignmentInput,
  request: AssignmentRequest,
  { proposals }: AssignmentProposal,
): void {
  for (const { id, seats, partTime } of input.places) {
    const here = proposals.filter(({ vacancy }) => vacancy === id);
    expect(here.length).toBeLessThanOrEqual(seats);
    const hours = here.reduce((sum, each) => sum + (each.hours ?? 0), 0);
    expect(hours).toBeLessThanOrEqual(partTime?.sharedHours ?? Number.POSITIVE_INFINITY);
  }
  for (const [employer, limit] of Object.entries(request.supervisorCapacity ?? {})) {
    const own = new Set(input.places.filter((place) => place.employer === employer).map(({ id }) => id));
    const people = new Set(
      proposals.filter(({ vacancy }) => own.has(vacancy)).map(({ participant }) => participant),
    );
    expect(people.size).toBeLessThanOrEqual(limit);
  }
  for (const { id, hoursPerWeek } of input.people) {
    const own = proposals.filter(({ participant }) => participant === id);
    if (own.length < 2) continue;
    expect(own.length).toBe(2);
    const places = own.map(({ vacancy }) => input.places.find((place) => place.id === vacancy));
    expect(places.every((place) => place?.partTime?.combinable === true)).toBe(true);
    expect(own.reduce((sum, { hours = 0 }) => sum + hours, 0)).toBeLessThanOrEqual(hoursPerWeek?.max ?? 0);
    const days = places.flatMap((place) => (place?.schedule?.kind === "fixed" ? place.schedule.shifts : []));
    expect(new Set(days.map((shift) => shift.day)).size).toBe(days.length);
  }
}

function expectTrueReason(
  input: AssignmentInput,
  { participant, reason, alternatives }: UnplacedPerson,
): void {
  const withSeats = new Set(input.places.filter(({ seats }) => seats > 0).map(({ id }) => id));
  const fits = input.pairs.some((each) => each.participant === participant && withSeats.has(each.vacancy));
  expect(reason).toBe(fits ? "outbid" : "noPlaceFits");
  for (const { reason: why, takenBy } of alternatives) {
    expect(why).not.toBe("worthLess");
    // An employer that takes nobody is full without anybody there.
    if (why !== "supervisorsFull") expect(takenBy.length).toBeGreaterThan(0);
  }
}

describe("proposeAssignment", () => {
  it("is the best that trying everything finds, floor first, within every limit", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, requests, async (input, request) => {
        const proposal = await proposeAssignment(input, request);
        expectWithinLimits(input, request, proposal);
        const overdue = new Set(proposal.floor?.overdue.map(({ participant }) => participant));
        const [count, value] = best(input, request, (id) => overdue.has(id));
        expect(proposal.floor?.proposed ?? 0).toBe(count);
        expect(shownValue(proposal)).toBeCloseTo(value, 5);
        expect(proposal.optimality.value).toBeCloseTo(value, 5);
        expect(proposal.optimality.gap).toBe(0);
      }),
      runs,
    );
  });

  it("accounts for every person and every seat, and its reasons are true", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, requests, async (input, request) => {
        const proposal = await proposeAssignment(input, request);
        const { proposals, unplaced, emptySeats } = proposal;
        const ids = [
          ...new Set(proposals.map(({ participant }) => participant)),
          ...unplaced.map(({ participant }) => participant),
        ];
        expect([...ids].sort()).toEqual(input.people.map(({ id }) => id));
        const seats = input.places.reduce((sum, place) => sum + place.seats, 0);
        expect(proposals.length + emptySeats.reduce((sum, each) => sum + each.seats, 0)).toBe(seats);
        for (const each of unplaced) expectTrueReason(input, each);
        for (const { vacancy, fitting } of emptySeats)
          expect(fitting).toBe(input.pairs.filter((pair) => pair.vacancy === vacancy).length);
      }),
      runs,
    );
  });

  it("puts nobody where the place is worth less to the whole than an alternative", async () => {
    const plain = inputs.map((input) => ({
      ...input,
      places: input.places.map(({ partTime: _, ...place }) => place),
    }));
    await fc.assert(
      fc.asyncProperty(plain, requests, async (input, request) => {
        const { proposals } = await proposeAssignment(input, request);
        for (const { utility, price, alternatives } of proposals) {
          for (const { utility: there, price: priceThere } of alternatives)
            expect(there - priceThere).toBeLessThanOrEqual(utility.total - price + 1e-6);
        }
      }),
      runs,
    );
  });

  it("gives the same answer whatever the order of the input", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, requests, async (input, request) => {
        const reversed = {
          people: [...input.people].reverse(),
          places: [...input.places].reverse(),
          pairs: [...input.pairs].reverse(),
        };
        expect(await proposeAssignment(reversed, request)).toEqual(await proposeAssignment(input, request));
      }),
      runs,
    );
  });

  it("is worth the same solved anew as from the proposal before a change", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, requests, fc.nat(), async (input, request, choice) => {
        const weights = { stability: 0 };
        const before = await proposeAssignment(input, { ...request, weights });
        const gone = input.people[choice % input.people.length]?.id;
        const changed = {
          ...input,
          people: input.people.filter(({ id }) => id !== gone),
          pairs: input.pairs.filter(({ participant }) => participant !== gone),
        };
        const again = await proposeAssignment(changed, { ...request, weights }, { previous: before });
        const anew = await proposeAssignment(changed, { ...request, weights });
        expect(again.optimality.value).toBeCloseTo(anew.optimality.value, 6);
      }),
      runs,
    );
  });

  it("stays within its measured gap when it approximates", async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const proposal = await proposeAssignment(input, { date, method: "approximate" });
        const [, value] = best(input, { date }, () => false);
        expectWithinLimits(input, {}, proposal);
        expect(proposal.optimality.bound).toBeGreaterThanOrEqual(value - 1e-9);
        expect(proposal.optimality.value).toBeLessThanOrEqual(value + 1e-9);
      }),
      runs,
    );
  });
});

const twoPlaces = [
  { id: "v1", employer: "School 1", seats: 1 },
  { id: "v2", employer: "School 2", seats: 1 },
];
const pair = (participant: string, vacancy: string, score: number) => ({
  participant,
  vacancy,
  score,
  wish: 0,
});

describe("an assignment of two places", () => {
  it("places two people where the first place's favourite can go elsewhere", async () => {
    const { proposals, comparison } = await proposeAssignment(
      {
        people: [{ id: "p1" }, { id: "p2" }],
        places: twoPlaces,
        pairs: [pair("p1", "v1", 0.9), pair("p1", "v2", 0.8), pair("p2", "v1", 0.7)],
      },
      { date },
    );
    expect(proposals.map(({ participant, vacancy }) => `${participant} → ${vacancy}`)).toEqual([
      "p1 → v2",
      "p2 → v1",
    ]);
    expect(proposals[0]?.alternatives).toMatchObject([
      { vacancy: "v1", reason: "seatsTaken", takenBy: ["p2"] },
    ]);
    expect(comparison).toMatchObject({
      proposed: { people: 2 },
      greedy: { people: 1 },
      peopleOnTopOfLists: 1,
    });
  });

  it("keeps the previous proposal unless the gain is greater than the weight of stability", async () => {
    const at = (score: number) => ({
      people: [{ id: "p1" }, { id: "p2" }],
      places: twoPlaces.slice(0, 1),
      pairs: [pair("p1", "v1", 0.5), pair("p2", "v1", score)],
    });
    const previous = await proposeAssignment(at(0.4), { date });
    const small = await proposeAssignment(at(0.54), { date }, { previous });
    const great = await proposeAssignment(at(0.56), { date }, { previous });
    expect(small.proposals).toMatchObject([{ participant: "p1", isUnchanged: true }]);
    expect(great.proposals).toMatchObject([{ participant: "p2", isUnchanged: false }]);
  });

  it("fills one week with two places, and one place's hours with two people", async () => {
    const combined = await proposeAssignment(
      {
        people: [{ id: "p1", hoursPerWeek: { max: 40 } }],
        places: twoPlaces.map((place) => ({
          ...place,
          hoursPerWeek: { max: 20 },
          partTime: { combinable: true },
        })),
        pairs: [pair("p1", "v1", 0.5), pair("p1", "v2", 0.5)],
      },
      { date },
    );
    expect(combined.proposals.map(({ vacancy, hours }) => [vacancy, hours])).toEqual([
      ["v1", 20],
      ["v2", 20],
    ]);
    const shared = await proposeAssignment(
      {
        people: ["p1", "p2", "p3"].map((id) => ({ id, hoursPerWeek: { max: 20 } })),
        places: [
          { id: "v1", employer: "School 1", seats: 5, partTime: { sharedHours: 40, combinable: false } },
        ],
        pairs: ["p1", "p2", "p3"].map((id) => pair(id, "v1", 0.5)),
      },
      { date },
    );
    expect(shared.proposals).toHaveLength(2);
    expect(shared.unplaced).toMatchObject([{ alternatives: [{ reason: "hoursTaken" }] }]);
    expect(shared.emptySeats).toEqual([{ vacancy: "v1", seats: 3, reason: "hoursTaken", fitting: 3 }]);
  });

  it("gives nobody a place below the least score, and counts those pairs", async () => {
    const { proposals, leftOut } = await proposeAssignment(
      { people: [{ id: "p1" }], places: twoPlaces, pairs: [pair("p1", "v1", 0.2), pair("p1", "v2", 0.4)] },
      { date, leastScore: 0.3 },
    );
    expect(proposals.map(({ vacancy }) => vacancy)).toEqual(["v2"]);
    expect(leftOut.belowLeastScore).toBe(1);
  });

  it("answers an empty night", async () => {
    const empty = await proposeAssignment({ people: [], places: [], pairs: [] }, { date });
    expect(empty).toMatchObject({
      proposals: [],
      unplaced: [],
      emptySeats: [],
      optimality: { gap: 0, value: 0 },
    });
  });
});

describe("bad input", () => {
  const people = [{ id: "p1" }];
  it.each([
    ["duplicateId", { people: [{ id: "p1" }, { id: "p1" }], places: twoPlaces, pairs: [] }],
    ["duplicateId", { people, places: twoPlaces, pairs: [pair("p1", "v1", 1), pair("p1", "v1", 0)] }],
    ["unknownParticipant", { people, places: twoPlaces, pairs: [pair("p2", "v1", 1)] }],
    ["unknownVacancy", { people, places: twoPlaces, pairs: [pair("p1", "v3", 1)] }],
    ["invalidNumber", { people, places: twoPlaces, pairs: [pair("p1", "v1", Number.NaN)] }],
    ["invalidNumber", { people, places: twoPlaces, pairs: [pair("p1", "v1", 1.01)] }],
  ] as const)("is answered with %s", async (code, input) => {
    await expect(proposeAssignment(input, { date })).rejects.toMatchObject({ code });
  });

  it("names the field of a request that is wrong, and has no field for groups", async () => {
    const request = { date, groups: { p1: "a" } } as AssignmentRequest;
    const failure = proposeAssignment({ people, places: [], pairs: [] }, request);
    await expect(failure).rejects.toThrow(JobbmatchError);
    await expect(failure).rejects.toMatchObject({ code: "invalidRequest", problems: [{ field: "groups" }] });
  });
});
