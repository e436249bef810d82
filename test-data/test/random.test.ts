import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../src/random.ts";

const seeds = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const indexes = fc.nat({ max: 2 ** 32 - 1 });

function draws(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.uint32());
}

describe("Random", () => {
  it("repeats itself for the same seed, stream and index", () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 9 }), indexes, (seed, stream, index) => {
        expect(draws(new Random(seed, stream, index), 5)).toEqual(draws(new Random(seed, stream, index), 5));
      }),
    );
  });

  it("gives different numbers when the seed, the stream or the index differs", () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 9 }), fc.nat({ max: 2 ** 32 - 2 }), (seed, stream, index) => {
        const base = draws(new Random(seed, stream, index), 4);
        expect(draws(new Random(seed ^ 1, stream, index), 4)).not.toEqual(base);
        expect(draws(new Random(seed, stream + 1, index), 4)).not.toEqual(base);
        expect(draws(new Random(seed, stream, index + 1), 4)).not.toEqual(base);
      }),
    );
  });

  it("tells seeds above 32 bits apart", () => {
    expect(draws(new Random(5, 0, 0), 2)).not.toEqual(draws(new Random(5 + 2 ** 40, 0, 0), 2));
  });

  it("is even over neighbouring records, not only within one", () => {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 20_000; index++) {
      const tenth = Math.floor(new Random(1, 1, index).float() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("draws whole numbers inside their bounds and reaches both", () => {
    const random = new Random(3, 0, 0);
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(-2, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it("chooses several without repeating and without touching the list", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat({ max: 12 }), seeds, (values, count, seed) => {
        const before = [...values];
        const chosen = new Random(seed, 0, 0).several(values, count);
        expect(chosen).toHaveLength(Math.min(count, values.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((value) => values.includes(value))).toBe(true);
        expect(values).toEqual(before);
      }),
    );
  });
});
