import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GroupShare,
  groupReport,
  type PoolMember,
  smallestCell,
} from "../../src/fairness/group-report.ts";

/** A pool with so many people, proposed and in all, in each group. */
function poolOf(groups: Readonly<Record<string, readonly [proposed: number, people: number]>>) {
  const groupById = new Map<string, string>();
  const pool: PoolMember[] = Object.entries(groups).flatMap(([group, [proposed, people]]) =>
    Array.from({ length: people }, (_, index) => {
      groupById.set(`${group}${index}`, group);
      return { participant: `${group}${index}`, isProposed: index < proposed };
    }),
  );
  return { pool, groupOf: (id: string) => groupById.get(id) };
}

function reportOf(groups: Readonly<Record<string, readonly [proposed: number, people: number]>>) {
  const { pool, groupOf } = poolOf(groups);
  return groupReport(pool, groupOf);
}

function expectNoSmallCell({ people, proposed }: GroupShare): void {
  const isTelling = (count: number) => count > 0 && count < smallestCell;
  if (people !== undefined) expect(people).toBeGreaterThanOrEqual(smallestCell);
  if (people === undefined || proposed === undefined) return;
  expect(isTelling(proposed) || isTelling(people - proposed)).toBe(false);
}

describe("a report by group", () => {
  it("tells who is proposed less often than everybody", () => {
    const { groups, people, proposed } = reportOf({ near: [60, 100], far: [10, 100] });
    expect([people, proposed]).toEqual([200, 70]);
    expect(groups).toMatchObject([
      { group: "far", people: 100, proposed: 10, comparedWithAll: "lower" },
      { group: "near", people: 100, proposed: 60, comparedWithAll: "higher" },
    ]);
  });

  it("withholds a group of fewer than five, and the next smallest so that it cannot be found by subtraction", () => {
    const { groups } = reportOf({ a: [10, 50], b: [10, 40], c: [2, 4] });
    expect(groups).toMatchObject([{ group: "a", people: 50 }, { group: "b" }, { group: "c" }]);
    expect(groups[1]).toEqual({ group: "b" });
    expect(groups[2]).toEqual({ group: "c" });
  });

  it("withholds a small number of proposed people, but not that the share is low", () => {
    const { groups } = reportOf({ a: [3, 80], b: [40, 80], c: [45, 80] });
    expect(groups[0]).toMatchObject({ group: "a", people: 80, comparedWithAll: "lower" });
    expect(groups[0]).not.toHaveProperty("proposed");
    expect(groups.filter((group) => group.proposed === undefined)).toHaveLength(2);
  });

  it("counts who has no group as unknown", () => {
    const { pool } = poolOf({ a: [6, 12] });
    expect(groupReport(pool, () => undefined).groups).toMatchObject([
      { group: "unknown", people: 12, proposed: 6 },
    ]);
  });

  it("never shows a small cell, nor lets one be found by subtraction", () => {
    const cell = fc
      .integer({ min: 1, max: 30 })
      .chain((people) => fc.tuple(fc.integer({ min: 0, max: people }), fc.constant(people)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const named = Object.fromEntries(cells.map((each, index) => [String.fromCharCode(97 + index), each]));
        const { groups } = reportOf(named);
        for (const group of groups) expectNoSmallCell(group);
        if (groups.length < 2) return;
        expect(groups.filter(({ people }) => people === undefined)).not.toHaveLength(1);
        expect(groups.filter(({ proposed }) => proposed === undefined)).not.toHaveLength(1);
      }),
    );
  });
});
