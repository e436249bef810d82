import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot } from "../../src/vector-index/check-vector.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import { PrefixBounds } from "../../src/vector-index/prefix-bounds.ts";
import { normalised, randomNumbers } from "./vectors.ts";

/** Vectors whose elements fade, so that the first ones hold most of the length; some are zero, some have one element. */
function vectors(seed: number, dimensions: number, count: number): Float32Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.1) return new Float32Array(dimensions);
    const single = Math.floor(random() * dimensions);
    const fade = 0.8 + 0.2 * random();
    const raw = Float32Array.from({ length: dimensions }, (_, index) =>
      kind < 0.2 ? Number(index === single) : (random() - 0.5) * fade ** index,
    );
    return normalised(raw);
  });
}

const scenes = fc.record({
  seed: fc.nat(),
  dimensions: fc.constantFrom(3, 32, 40, 256),
  count: fc.integer({ min: 1, max: 40 }),
});

describe("bounds from the first elements", () => {
  it("never lie below the similarity, and are close where the first elements hold almost everything", () => {
    fc.assert(
      fc.property(scenes, ({ seed, dimensions, count }) => {
        const [query = new Float32Array(dimensions), ...rows] = vectors(seed, dimensions, count + 1);
        const prefixes = new PrefixBounds();
        for (const [row, vector] of rows.entries()) prefixes.put(row, vector);
        const bounds = new Float32Array(count + 1);
        prefixes.bound(query, bounds);
        for (const [row, vector] of rows.entries()) {
          const similarity = dot(query, vector);
          expect(bounds[row + 1]).toBeGreaterThanOrEqual(similarity);
          if (dimensions <= 32) expect((bounds[row + 1] ?? 2) - similarity).toBeLessThan(0.03);
        }
      }),
    );
  });

  it("are the same to the bit without WebAssembly, and after an image was taken and restored", () => {
    fc.assert(
      fc.property(scenes, ({ seed, dimensions, count }) => {
        const [query = new Float32Array(dimensions), ...rows] = vectors(seed, dimensions, count + 1);
        const fast = new PrefixBounds();
        const plain = new PrefixBounds(new JavaScriptKernel());
        for (const [row, vector] of rows.entries()) {
          fast.put(row, vector);
          plain.put(row, vector);
        }
        const restored = new PrefixBounds();
        expect(restored.restore(fast.image(Uint32Array.from(rows.keys())))).toBe(true);
        const [one, two, three] = [fast, plain, restored].map((prefixes) => {
          const bounds = new Float32Array(count + 1);
          prefixes.bound(query, bounds);
          return [...bounds];
        });
        expect(two).toEqual(one);
        expect(three).toEqual(one);
      }),
    );
  });

  it("follow a row that is put again", () => {
    const [first = new Float32Array(), second = new Float32Array()] = [
      normalised(Float32Array.of(1, 0, 0)),
      normalised(Float32Array.of(0, 1, 0)),
    ];
    const prefixes = new PrefixBounds();
    prefixes.put(5, first);
    prefixes.put(5, second);
    const bounds = new Float32Array(7);
    prefixes.bound(second, bounds);
    expect(bounds[6]).toBeCloseTo(1, 1);
    prefixes.bound(first, bounds);
    expect(bounds[6]).toBeLessThan(0.02);
  });
});
