import { describe, expect, it } from "vitest";
import { Centroids } from "../../src/vector-index/centroids.ts";
import { quantiseRow } from "../../src/vector-index/quantise.ts";
import { normalised, randomNumbers, randomVector } from "./vectors.ts";

const dimensions = 48;

/** Vectors around some dozens of centres, with their codes. */
function clustered(count: number) {
  const random = randomNumbers(5);
  const centres = Array.from({ length: 60 }, () => randomVector(random, dimensions));
  return Array.from({ length: count }, (_, each) => {
    const offset = randomVector(random, dimensions);
    const vector = normalised(
      Float32Array.from(centres[each % 60] ?? [], (value, at) => value + (offset[at] ?? 0)),
    );
    return { vector, row: quantiseRow(vector, 64) };
  });
}

describe("Centroids", () => {
  const vectors = clustered(3_000);
  const rows = vectors.map(({ row }) => row);
  const many = Centroids.learn(rows, 400);

  it("are as many as asked for, but no more than vectors", () => {
    expect(many.count).toBe(400);
    expect(Centroids.learn(rows.slice(0, 5), 400).count).toBe(5);
  });

  it("are the same for the same vectors", () => {
    const again = Centroids.learn(rows, 400);
    for (const { vector } of vectors.slice(0, 20)) {
      expect([...again.nearestFirst(vector)]).toEqual([...many.nearestFirst(vector)]);
    }
  });

  it.each([40, 400])("name the nearest of %i, or now and then one that is near", (count) => {
    const centroids = count === 400 ? many : Centroids.learn(rows, count);
    let nearest = 0;
    for (const { vector, row } of vectors) {
      const order = [...centroids.nearestFirst(vector)];
      const place = order.indexOf(centroids.nearest(row.codes));
      expect(place).toBeLessThan(20);
      expect(place).not.toBe(-1);
      if (place === 0) nearest += 1;
    }
    expect(nearest / vectors.length).toBeGreaterThan(0.95);
  });

  it("share the vectors out", () => {
    const used = (centroids: Centroids) => new Set(rows.map(({ codes }) => centroids.nearest(codes))).size;
    expect(used(Centroids.learn(rows, 60))).toBeGreaterThan(50);
    expect(used(many)).toBeGreaterThan(350);
  });

  it("can be learnt from vectors that are all the same, and from opposite ones", () => {
    const same = Array.from({ length: 300 }, () => rows[0] ?? quantiseRow(new Float32Array(64), 64));
    expect(Centroids.learn(same, 280).nearest(same[0]?.codes ?? new Int8Array(64))).toBeLessThan(280);
    const opposite = same.map((row, index) => (index % 2 === 0 ? row : negated(row)));
    expect(Centroids.learn(opposite, 1).count).toBe(1);
  });
});

function negated({ codes, scale, error }: ReturnType<typeof quantiseRow>) {
  return { codes: codes.map((code) => -code), scale, error };
}
