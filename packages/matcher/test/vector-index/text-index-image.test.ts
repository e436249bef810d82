import { expect, it } from "vitest";
import { TextIndex } from "../../src/vector-index/text-index.ts";
import { randomNumbers, randomVector } from "./vectors.ts";

it("an index of texts bounds and compares as before after it was written down, and goes on from there", () => {
  const dimensions = 48;
  const random = randomNumbers(5);
  const query = randomVector(random, dimensions);
  const vectors = Array.from({ length: 3000 }, () => randomVector(random, dimensions));
  const index = new TextIndex(dimensions);
  for (const [row, vector] of vectors.entries()) index.put(row, vector);
  // Every other row is written down.
  const kept = Uint32Array.from({ length: vectors.length / 2 }, (_, row) => 2 * row);
  const restored = new TextIndex(dimensions);
  expect(restored.restore(index.image(kept))).toBe(true);

  const before = boundsOf(index, query);
  const after = boundsOf(restored, query);
  const rows = kept.map((_, row) => row);
  expect([...rows].map((row) => after[row + 1])).toEqual([...kept].map((row) => before[row + 1]));
  expect(restored.compare(query, rows).background).toEqual(index.compare(query, kept).background);

  // The query itself, put into the restored index, is as similar to it as can be.
  restored.put(rows.length, query);
  const [similarity = 0] = restored.compare(query, Uint32Array.of(rows.length)).background;
  expect(similarity).toBeCloseTo(1, 2);
  expect(boundsOf(restored, query)[rows.length + 1]).toBeGreaterThanOrEqual(similarity);
});

/** Bounds of all rows, by row + 1. */
function boundsOf(index: TextIndex, query: Float32Array): Float32Array {
  const bounds = new Float32Array(index.end + 1);
  expect(index.boundAll(query, bounds)).toBe(true);
  return bounds;
}
