import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dot } from "../../src/vector-index/check-vector.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import { principalAxes } from "../../src/vector-index/principal-axes.ts";
import { ProjectionBounds } from "../../src/vector-index/projection-bounds.ts";
import { TextIndex } from "../../src/vector-index/text-index.ts";
import { normalised, randomNumbers } from "./vectors.ts";

/** Vectors that are long along few directions; some are zero, and some have one element. */
function vectors(seed: number, dimensions: number, count: number): Float32Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.1) return new Float32Array(dimensions);
    const single = Math.floor(random() * dimensions);
    return normalised(
      Float32Array.from({ length: dimensions }, (_, index) =>
        kind < 0.2 ? Number(index === single) : (random() - 0.5) * 0.9 ** index,
      ),
    );
  });
}

const rowCount = 2100;
const scenes = fc.record({ seed: fc.nat(), dimensions: fc.constantFrom(3, 40, 256) });

describe("the index of texts", () => {
  it("bounds every similarity from above, and compares with a proven error, also after changes and an image", () => {
    fc.assert(
      fc.property(scenes, ({ seed, dimensions }) => {
        const [query = new Float32Array(), ...rows] = vectors(seed, dimensions, rowCount + 300);
        const index = new TextIndex(dimensions);
        const stored = rows.slice(0, rowCount);
        for (const [row, vector] of stored.entries()) index.put(row, vector);
        expectBounds(index, query, stored);
        for (const [position, vector] of rows.slice(rowCount).entries()) {
          const row = position < 100 ? rowCount + position : (position * 7) % rowCount;
          index.put(row, vector);
          stored[row] = vector;
        }
        expectBounds(index, query, stored);
        const restored = new TextIndex(dimensions);
        const kept = Uint32Array.from(stored.keys()).filter((row) => row % 50 !== 3);
        expect(restored.restore(index.image(kept))).toBe(true);
        expectBounds(
          restored,
          query,
          Array.from(kept, (row) => stored[row] ?? query),
        );
      }),
      { numRuns: 2 },
    );
  });

  it("bounds closely what lies along the axes", () => {
    const [query = new Float32Array(), ...rows] = vectors(1, 64, rowCount);
    const index = new TextIndex(64);
    for (const [row, vector] of rows.entries()) index.put(row, vector);
    const bounds = boundsOf(index, query);
    const excess = rows.map((vector, row) => (bounds[row + 1] ?? 2) - dot(query, vector));
    expect(excess.reduce((sum, value) => sum + value, 0) / rows.length).toBeLessThan(0.1);
  });

  it("learns no axes from few rows", () => {
    const index = new TextIndex(3);
    index.put(0, Float32Array.of(1, 0, 0));
    expect(index.boundAll(Float32Array.of(1, 0, 0), new Float32Array(2))).toBe(false);
  });
});

/** Bounds of all rows, by row + 1. */
function boundsOf(index: TextIndex, query: Float32Array): Float32Array {
  const bounds = new Float32Array(index.end + 1);
  expect(index.boundAll(query, bounds)).toBe(true);
  return bounds;
}

function expectBounds(index: TextIndex, query: Float32Array, stored: readonly Float32Array[]): void {
  const bounds = boundsOf(index, query);
  const { background, errorOf } = index.compare(query, Uint32Array.from(stored.keys()));
  for (const [row, vector] of stored.entries()) {
    const similarity = dot(query, vector);
    if (!((bounds[row + 1] ?? -2) >= similarity)) expect(bounds[row + 1]).toBeGreaterThanOrEqual(similarity);
    const error = Math.abs((background[row] ?? 2) - similarity);
    if (!(error <= errorOf(row))) expect(error).toBeLessThanOrEqual(errorOf(row));
  }
}

describe("bounds from projections", () => {
  it("are the same to the bit without WebAssembly", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const [query = new Float32Array(), ...rows] = vectors(seed, 32, count + 1);
        const [fast, plain] = [undefined, new JavaScriptKernel()].map((kernel) => {
          const projections = new ProjectionBounds(kernel);
          for (const [row, components] of rows.entries()) {
            projections.put(row, { components, rest: row / 50 }, row / 500);
          }
          const bounds = new Float32Array(count + 1);
          projections.bound({ components: query, rest: 0.4 }, bounds);
          return [...bounds];
        });
        expect(plain).toEqual(fast);
      }),
    );
  });
});

describe("principal axes", () => {
  it("are orthogonal, of length 1, and hold more than any axes of the coordinates", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const rows = vectors(seed, 12, 60);
        const axes = principalAxes(Float32Array.from(rows.flatMap((row) => [...row])), 12, 3);
        for (const [index, axis] of axes.entries()) {
          for (const [other, direction] of axes.entries()) {
            expect(dot(axis, direction)).toBeCloseTo(index === other ? 1 : 0, 5);
          }
        }
        const held = (directions: readonly Float32Array[]) =>
          rows.reduce((sum, row) => sum + directions.reduce((own, axis) => own + dot(row, axis) ** 2, 0), 0);
        const coordinates = [0, 1, 2].map((element) =>
          Float32Array.from({ length: 12 }, (_, index) => Number(index === element)),
        );
        expect(held(axes)).toBeGreaterThanOrEqual(0.98 * held(coordinates));
      }),
      { numRuns: 30 },
    );
  });

  it("are zero where there is no direction left", () => {
    const axes = principalAxes(Float32Array.of(1, 0, 0, 1, 0, 0), 3, 2);
    expect(Math.abs(axes[0]?.[0] ?? 0)).toBeCloseTo(1, 6);
    expect([...(axes[1] ?? [])]).toEqual([0, 0, 0]);
  });
});
