import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auction, defaultStep } from "../../src/assignment/auction.ts";
import { dualBound } from "../../src/assignment/dual-bound.ts";
import { solveExactly } from "../../src/assignment/exact.ts";
import { greedyTopOne } from "../../src/assignment/greedy.ts";
import { loadSolverLibrary } from "../../src/assignment/linear-solver.ts";
import { none, type OptionTable } from "../../src/assignment/option-table.ts";
import { solve } from "../../src/assignment/solve.ts";
import { tightenPrices } from "../../src/assignment/tighten-prices.ts";
import { worthOfChoice } from "../../src/assignment/usage.ts";
import { bruteForce, tables, usedBy } from "./tables.ts";

const library = await loadSolverLibrary();
const options = { library, method: "exact", seconds: 10 } as const;

function expectWithinLimits(table: OptionTable, chosen: Int32Array): void {
  for (const [resource, used] of usedBy(table, chosen).entries()) {
    expect(used).toBeLessThanOrEqual((table.capacity[resource] ?? 0) + 1e-6);
  }
  for (const [person, option] of chosen.entries()) {
    if (option !== none) expect(table.personOf[option]).toBe(person);
  }
}

describe("the exact solver", () => {
  it("equals brute force, within all limits, with a gap of nothing where options are whole", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const { chosen, optimality } = solve(table, options);
        expectWithinLimits(table, chosen);
        expect(optimality.value).toBeCloseTo(bruteForce(table), 6);
        expect(optimality.bound).toBeGreaterThanOrEqual(optimality.value);
      }),
      { numRuns: 60 },
    );
  });

  it("proves its answer by the bound alone where only seats and supervisors limit", () => {
    fc.assert(
      fc.property(tables({ unitsOnly: true }), (table) => {
        const { optimality } = solve(table, options);
        expect(optimality.gap).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("has the same value from any start", () => {
    fc.assert(
      fc.property(
        tables(),
        fc.infiniteStream(fc.double({ min: 0, max: 3, noNaN: true })),
        (table, numbers) => {
          const prices = table.capacity.map(() => numbers.next().value ?? 0);
          const start = { chosen: new Int32Array(table.personCount).fill(none), prices };
          const { chosen } = solveExactly(table, start, { library, seconds: 10 });
          expect(worthOfChoice(table, chosen)).toBeCloseTo(bruteForce(table), 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("stops when told to", () => {
    const [table] = fc.sample(
      tables({ unitsOnly: true, people: 5 }).filter(({ personOf }) => personOf.length > 3),
      { numRuns: 1, seed: 1 },
    );
    const signal = AbortSignal.abort(new Error("stopped"));
    expect(() => solve(table as OptionTable, { ...options, signal })).toThrow("stopped");
  });
});

describe("the auction", () => {
  it("stays within all limits and within its bound", () => {
    fc.assert(
      fc.property(tables({ people: 8, places: 5 }), (table) => {
        const { chosen, prices } = auction(table);
        expectWithinLimits(table, chosen);
        expect(dualBound(table, prices)).toBeGreaterThanOrEqual(worthOfChoice(table, chosen) - 1e-9);
      }),
    );
  });

  it("is as near to the best as it promises where only seats and supervisors limit", () => {
    fc.assert(
      fc.property(tables({ unitsOnly: true }), (table) => {
        const { chosen } = auction(table);
        const promised = table.personCount * defaultStep * Math.max(...table.worth, 0);
        expect(worthOfChoice(table, chosen)).toBeGreaterThanOrEqual(bruteForce(table) - promised - 1e-9);
      }),
    );
  });
});

describe("the bound", () => {
  it("is never below the best choice, at any prices, and tightening never raises it", () => {
    fc.assert(
      fc.property(
        tables(),
        fc.infiniteStream(fc.double({ min: 0, max: 3, noNaN: true })),
        (table, numbers) => {
          const prices = table.capacity.map(() => numbers.next().value ?? 0);
          const bound = dualBound(table, prices);
          const tightened = dualBound(table, tightenPrices(table, prices, 2));
          expect(bound).toBeGreaterThanOrEqual(bruteForce(table) - 1e-9);
          expect(tightened).toBeGreaterThanOrEqual(bruteForce(table) - 1e-9);
          expect(tightened).toBeLessThanOrEqual(bound + 1e-9);
        },
      ),
    );
  });
});

describe("greedy top-1", () => {
  it("stays within all limits and is never better than the best", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const chosen = greedyTopOne(table, (option) => table.worth[option] ?? 0);
        expectWithinLimits(table, chosen);
        expect(worthOfChoice(table, chosen)).toBeLessThanOrEqual(bruteForce(table) + 1e-9);
      }),
    );
  });
});
