import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KnownLists } from "../../src/rematching/known-lists.ts";
import { UnitLists } from "../../src/rematching/unit-lists.ts";
import type { ListState } from "../../src/storage/queries/read-list-states.ts";

const ids = (most: number) =>
  fc.uniqueArray(
    fc.nat(9).map((number) => `p${number}`),
    { maxLength: most },
  );

const list: fc.Arbitrary<ListState> = fc
  .record({
    vacancy: fc.nat(5).map((number) => `v${number}`),
    position: fc.nat(9),
    members: ids(10),
    cut: fc.nat(10),
    hasRules: fc.boolean(),
  })
  .map(({ vacancy, position, members, cut, hasRules }) => ({
    vacancy,
    position,
    entries: members.slice(0, cut),
    nearMisses: members.slice(cut),
    lowestScore: cut === 0 || members.length === 0 ? null : 0.5,
    lowestNearMissScore: members.length > cut ? 0.4 : null,
    hasRules,
  }));

const step = fc.oneof(
  list,
  fc.nat(5).map((number) => `v${number}`),
);

function byVacancy<List extends ListState>(lists: readonly List[]): readonly List[] {
  return [...lists].sort((a, b) => (a.vacancy < b.vacancy ? -1 : 1));
}

const room = Number.NEGATIVE_INFINITY;
const nobody = Number.POSITIVE_INFINITY;

/** What it takes to stand on the two lists of the vacancy `v`. */
function leastOn(lists: UnitLists, date: string): number[] {
  const into = { allowed: new Float64Array(1), nearMiss: new Float64Array(1) };
  const { allowed, nearMiss } = lists.leastScoresOn(date).read(["v"], into);
  return [...allowed, ...nearMiss];
}

describe("what is known of a unit's lists", () => {
  it("equals a plain map of lists, whatever is set and deleted", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const lists = new UnitLists([]);
        const plain = new Map<string, ListState>();
        for (const each of steps) {
          if (typeof each === "string") {
            lists.delete(each);
            plain.delete(each);
          } else {
            lists.set(each);
            plain.set(each.vacancy, each);
          }
        }
        expect(byVacancy(lists.all())).toMatchObject(byVacancy([...plain.values()]));
        for (let number = 0; number < 10; number++) {
          const holders = [...plain.values()].filter(({ entries, nearMisses }) =>
            [...entries, ...nearMisses].includes(`p${number}`),
          );
          expect([...lists.holding(`p${number}`)].sort()).toEqual(
            holders.map(({ vacancy }) => vacancy).sort(),
          );
        }
      }),
    );
  });

  it("tells the score that a full list takes, and that anybody enters one that has room", () => {
    const entries = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const base = { vacancy: "v", position: 1, nearMisses: [], lowestNearMissScore: null, hasRules: true };
    const lists = new UnitLists([{ ...base, entries, lowestScore: 0.5 }]);
    expect(lists.get("v")?.leastToEnter).toBeCloseTo(0.5, 5);
    expect(lists.get("v")?.leastToEnter).toBeLessThan(0.5);
    expect(lists.get("v")?.leastToNearlyMiss).toBe(Number.NEGATIVE_INFINITY);
    lists.set({ ...base, entries: entries.slice(1), lowestScore: 0.5, hasRules: false });
    expect(lists.get("v")?.leastToEnter).toBe(Number.NEGATIVE_INFINITY);
    expect(lists.get("v")?.leastToNearlyMiss).toBe(Number.POSITIVE_INFINITY);
  });

  it("holds that a vacancy is closed, from a day on, until its list is made anew", () => {
    const state = { position: 1, entries: [], nearMisses: [], lowestScore: null, lowestNearMissScore: null };
    const list = { ...state, vacancy: "v", hasRules: false };
    const lists = new UnitLists([list]);
    expect(lists.isKnownClosed("v", "2026-03-02")).toBe(false);
    expect(leastOn(lists, "2026-03-02")).toEqual([room, nobody]);
    lists.noteClosed("v", "2026-03-02");
    expect(leastOn(lists, "2026-03-02")).toEqual([nobody, nobody]);
    expect(leastOn(lists, "2026-03-01")).toEqual([room, nobody]);
    expect(leastOn(lists, "2026-04-01")).toEqual([nobody, nobody]);
    expect(lists.isKnownClosed("v", "2026-03-01")).toBe(false);
    expect(lists.isKnownClosed("v", "2026-03-02")).toBe(true);
    expect(lists.isKnownClosed("v", "2026-04-01")).toBe(true);
    lists.set(list);
    expect(lists.isKnownClosed("v", "2026-04-01")).toBe(false);
    expect(leastOn(lists, "2026-04-01")).toEqual([room, nobody]);
    lists.set({ ...list, nearMisses: ["p1"], hasRules: true });
    lists.noteClosed("v", "2026-04-01");
    expect(leastOn(lists, "2026-04-01")).toEqual([room, room]);
    lists.delete("v");
    lists.set({ ...list, vacancy: "w" });
    expect(leastOn(lists, "2026-04-01")).toEqual([room, room]);
  });

  it("is forgotten when somebody else has written since", () => {
    const known = new KnownLists();
    const lists = new UnitLists([]);
    const nothing = { stored: new Map(), removed: [], diffs: [], milliseconds: 0 };
    expect(known.current({ unit: "north", revision: 1 })).toBeUndefined();
    known.keep({ unit: "north", revision: 4 }, lists, nothing);
    expect(known.current({ unit: "north", revision: 5 })).toBe(lists);
    expect(known.current({ unit: "south", revision: 5 })).toBeUndefined();
    expect(known.current({ unit: "north", revision: 6 })).toBeUndefined();
  });
});
