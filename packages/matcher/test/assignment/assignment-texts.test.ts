import { describe, expect, it } from "vitest";
import type { Alternative, NotHereReason } from "../../src/assignment/assignment-proposal.ts";
import {
  describeAlternative,
  describeEmptySeats,
  describeFloor,
  describeUnplaced,
} from "../../src/assignment/assignment-texts.ts";

const alternative = (reason: NotHereReason, takenBy: readonly string[] = []): Alternative => ({
  vacancy: "v2",
  score: 0.5,
  utility: 1.5,
  price: 0.4,
  reason,
  takenBy,
});

describe("words for an assignment", () => {
  it.each([
    ["worthLess", [], "Föreslås här och inte på v2: match, önskemål och platsens väntan väger tyngre här."],
    ["seatsTaken", ["p1"], "På v2 ger det mer för helheten att föreslå p1."],
    ["seatsTaken", ["p1", "p2"], "På v2 ger det mer för helheten att föreslå p1 och p2."],
    [
      "seatsTaken",
      ["p1", "p2", "p3", "p4"],
      "På v2 ger det mer för helheten att föreslå p1, p2, p3 med flera.",
    ],
    ["hoursTaken", ["p1"], "På v2 räcker timmarna inte till bredvid p1."],
    ["supervisorsFull", ["p1"], "Arbetsgivaren för v2 kan inte handleda fler nya på en gång."],
  ] as const)("%s, taken by %j", (reason, takenBy, text) => {
    expect(describeAlternative(alternative(reason, takenBy)).sv).toBe(text);
  });

  it("says that nobody and nothing fits", () => {
    const nobody = { vacancy: "v1", seats: 1, reason: "nobodyFits", fitting: 0 } as const;
    expect(describeEmptySeats(nobody).sv).toBe("Platsen är inte öppen för någon.");
    expect(describeUnplaced({ participant: "p1", reason: "noPlaceFits", alternatives: [] }).en).toBe(
      "No place is open to the person.",
    );
  });

  it("says plainly when the floor changed a result, and what it cost", () => {
    const report = {
      weeks: 12,
      overdue: [{ participant: "p1", weeks: 20, isProposed: true }],
      proposed: 1,
      possible: 1,
      isProven: true,
      isKept: true,
      unknownSince: 0,
    };
    const change = { gained: ["p1"], lost: ["p2"], moved: 3, cost: 0.701 };
    expect(describeFloor(report).sv).toContain("Golvet ändrade inget.");
    expect(describeFloor({ ...report, change }).sv).toContain(
      "Golvet ändrade resultatet: 1 fick plats, 1 blev utan och 3 fick en annan plats. Det kostade 0.70 i nytta.",
    );
    expect(describeFloor({ ...report, isKept: false, proposed: 0 }).en).toContain(
      "the places suffice for 1 at most",
    );
  });
});
