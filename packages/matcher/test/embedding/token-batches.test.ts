import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchesOf } from "../../src/embedding/token-batches.ts";

describe("batches", () => {
  it("hold every text once, shortest first, and no more ids than a run takes unless one text is longer", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6000), { maxLength: 2000 }), (lengths) => {
        const batches = batchesOf(lengths);
        const order = batches.flat();
        expect([...order].sort((a, b) => a - b)).toEqual([...lengths.keys()]);
        const ordered = order.map((index) => lengths[index]);
        expect(ordered).toEqual([...lengths].sort((a, b) => a - b));
        for (const batch of batches) {
          const width = Math.max(...batch.map((index) => lengths[index] ?? 0));
          expect(batch.length).toBeLessThanOrEqual(512);
          if (batch.length > 1) expect(batch.length * width).toBeLessThanOrEqual(4096);
          expect(width).toBeLessThanOrEqual((lengths[batch[0] ?? 0] ?? 0) * 1.25 + 8);
        }
      }),
    );
  });

  it("are as few as many short texts allow", () => {
    expect(batchesOf(Array.from({ length: 1024 }, () => 8))).toHaveLength(2);
    expect(batchesOf([])).toEqual([]);
  });
});
