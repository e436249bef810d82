import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/quality/bootstrap.ts";
import { judgeRanking, meanOf, metricNames } from "../../src/quality/metrics.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const ranking = fc.shuffledSubarray(letters, { minLength: letters.length });
const grades = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...letters), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([id]) => id,
  })
  .map((entries) => new Map(entries));

describe("the figures of one ranking", () => {
  it("equal those worked out by hand", () => {
    const judged = judgeRanking(
      ["x", "a", "y", "b", "z"],
      new Map([
        ["a", 2],
        ["b", 1],
        ["c", 1],
      ]),
    );
    expect(judged.reciprocalRank).toBe(1 / 2);
    expect([judged.success1, judged.success5, judged.success10]).toEqual([0, 1, 1]);
    expect(judged.recall10).toBeCloseTo(2 / 3, 12);
    // Precision 1/2 at rank 2 and 2/4 at rank 4; the third relevant document is not found.
    expect(judged.averagePrecision).toBeCloseTo((1 / 2 + 2 / 4) / 3, 12);
    const gain = 2 / Math.log2(3) + 1 / Math.log2(5);
    const best = 2 / Math.log2(2) + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(judged.ndcg10).toBeCloseTo(gain / best, 12);
  });

  it("look no further than the tenth where they say so", () => {
    const judged = judgeRanking([...letters], new Map([["k", 1]]));
    expect(judged).toMatchObject({ success10: 0, recall10: 0, ndcg10: 0 });
    expect(judged.reciprocalRank).toBeCloseTo(1 / 11, 12);
    expect(judged.averagePrecision).toBeCloseTo(1 / 11, 12);
  });

  it("are 0 when nothing relevant is in the ranking", () => {
    const judged = judgeRanking(["x", "y"], new Map([["a", 1]]));
    for (const name of metricNames) expect(judged[name]).toBe(0);
  });

  it("lie between 0 and 1, and are 1 when the best stand first", () => {
    fc.assert(
      fc.property(ranking, grades, (order, wanted) => {
        const judged = judgeRanking(order, wanted);
        for (const name of metricNames) {
          expect(judged[name]).toBeGreaterThanOrEqual(0);
          expect(judged[name]).toBeLessThanOrEqual(1 + 1e-12);
        }
        const ideal = [...order].sort((a, b) => (wanted.get(b) ?? 0) - (wanted.get(a) ?? 0));
        const best = judgeRanking(ideal, wanted);
        expect(best).toMatchObject({ reciprocalRank: 1, success1: 1, averagePrecision: 1 });
        expect(best.ndcg10).toBeCloseTo(1, 12);
      }),
    );
  });

  it("never fall when a relevant document changes places with a worse one before it", () => {
    fc.assert(
      fc.property(ranking, grades, fc.nat(25), fc.nat(25), (order, wanted, first, second) => {
        const [front, back] = [Math.min(first, second), Math.max(first, second)];
        const better = [...order];
        const gradeAt = (index: number) => wanted.get(order[index] ?? "") ?? 0;
        if (gradeAt(back) <= gradeAt(front)) return;
        [better[front], better[back]] = [order[back] ?? "", order[front] ?? ""];
        const before = judgeRanking(order, wanted);
        const after = judgeRanking(better, wanted);
        for (const name of metricNames) expect(after[name]).toBeGreaterThanOrEqual(before[name] - 1e-12);
      }),
    );
  });

  it("agree with a naive count", () => {
    fc.assert(
      fc.property(ranking, grades, (order, wanted) => {
        const judged = judgeRanking(order, wanted);
        const ten = order.slice(0, 10).filter((id) => wanted.has(id));
        expect(judged.recall10).toBeCloseTo(ten.length / wanted.size, 12);
        expect(judged.success10).toBe(ten.length > 0 ? 1 : 0);
        let total = 0;
        for (const id of wanted.keys()) {
          const upTo = order.slice(0, order.indexOf(id) + 1);
          total += upTo.filter((other) => wanted.has(other)).length / upTo.length;
        }
        expect(judged.averagePrecision).toBeCloseTo(total / wanted.size, 12);
      }),
    );
  });
});

describe("the mean", () => {
  it("is taken figure by figure", () => {
    const good = judgeRanking(["a"], new Map([["a", 1]]));
    const bad = judgeRanking(["x"], new Map([["a", 1]]));
    for (const name of metricNames) expect(meanOf([good, bad, bad, bad])[name]).toBe(1 / 4);
  });
});

describe("the bootstrap interval", () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

  it("holds the mean, stays within the values and is the same every time", () => {
    fc.assert(
      fc.property(values, (sample) => {
        const { low, high } = bootstrapInterval(sample);
        const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...sample) + 1e-9);
        expect(bootstrapInterval(sample)).toEqual({ low, high });
      }),
      { numRuns: 30 },
    );
  });

  it("comes near the normal approximation for many values", () => {
    const coins = Array.from({ length: 1000 }, (_, index) => index % 2);
    const { low, high } = bootstrapInterval(coins);
    const margin = 1.96 * Math.sqrt(0.25 / 1000);
    expect(low).toBeCloseTo(0.5 - margin, 2);
    expect(high).toBeCloseTo(0.5 + margin, 2);
  });

  it("refuses no values", () => {
    expect(() => bootstrapInterval([])).toThrow(RangeError);
  });
});
