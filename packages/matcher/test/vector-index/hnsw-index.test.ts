import { describe, expect, it } from "vitest";
import { HnswIndex, rebuildShare } from "../../src/vector-index/hnsw-index.ts";
import { createNativeHnsw, isHnswAvailable } from "../../src/vector-index/hnsw-native.ts";
import { codeOf, describeVectorIndex } from "./conformance.ts";
import { bitsOf, randomNumbers, randomVector } from "./vectors.ts";

// Its native module is compiled when it is installed; on a machine without a compiler there is nothing to test.
const available = isHnswAvailable();

if (available) {
  describeVectorIndex("HnswIndex", {
    path: "hnswPostFilter",
    create: (dimensions) => new HnswIndex({ dimensions }),
    recall: 0.99,
  });
  describe("HnswIndex under change", describeChanges);
}

describe("the native module", () => {
  it("is reported as missing, by code, where it can't be loaded", () => {
    if (process.env.CI) expect(available).toBe(true);
    expect(isHnswAvailable("a-module-that-nobody-installed")).toBe(false);
    expect(codeOf(() => createNativeHnsw(4, "a-module-that-nobody-installed"))).toBe("nativeModuleMissing");
  });
});

function describeChanges() {
  const dimensions = 16;

  it("finds all owners of a vector that many share, and keeps one node for it", () => {
    const random = randomNumbers(21);
    const shared = randomVector(random, dimensions);
    const index = new HnswIndex({ dimensions });
    for (let owner = 0; owner < 500; owner++) index.put(owner, { background: [shared], wish: [] });
    for (let owner = 500; owner < 700; owner++) {
      index.put(owner, { background: [randomVector(random, dimensions)], wish: [] });
    }
    expect(index.vectors).toBe(201);
    expect(index.search(shared, { k: 500 }).map(({ owner }) => owner)).toEqual([...Array(500).keys()]);
    for (let owner = 0; owner < 499; owner++) index.remove(owner);
    expect(index.search(shared, { k: 1 })[0]?.owner).toBe(499);
    expect(index.deleted).toBe(0);
  });

  it("is built anew when a third of its vectors are deleted, and goes on finding the others", () => {
    const random = randomNumbers(22);
    const index = new HnswIndex({ dimensions });
    const vectors = Array.from({ length: 1_500 }, () => randomVector(random, dimensions));
    for (const [owner, vector] of vectors.entries()) index.put(owner, { background: [vector], wish: [] });
    for (let owner = 0; owner < 1_000; owner++) index.remove(owner);
    expect(index.rebuilds).toBeGreaterThan(0);
    expect(index.deleted).toBeLessThanOrEqual(Math.max(256, rebuildShare * (index.vectors + index.deleted)));
    for (let owner = 1_000; owner < 1_500; owner += 50) {
      const [best] = index.search(vectors[owner] ?? new Float32Array(), { k: 1 });
      expect(best?.owner).toBe(owner);
    }
  });

  it("fetches more until the filter leaves enough", () => {
    const random = randomNumbers(23);
    const index = new HnswIndex({ dimensions });
    for (let owner = 0; owner < 800; owner++) {
      index.put(owner, { background: [randomVector(random, dimensions)], wish: [] });
    }
    const allowed = [3, 111, 222, 333, 444, 555, 666, 777];
    const hits = index.search(randomVector(random, dimensions), { k: 8, fetch: 8, allowed: bitsOf(allowed) });
    expect(hits.map(({ owner }) => owner).sort((a, b) => a - b)).toEqual(allowed);
  });

  it("puts owners' vectors in place of older ones, the same ones without a trace", () => {
    const random = randomNumbers(24);
    const [first, second] = [randomVector(random, dimensions), randomVector(random, dimensions)];
    const index = new HnswIndex({ dimensions });
    index.put(1, { background: [first, first], wish: [] });
    index.put(1, { background: [first], wish: [second] });
    expect([index.vectors, index.deleted]).toEqual([1, 0]);
    index.put(1, { background: [second], wish: [] });
    expect([index.vectors, index.deleted]).toEqual([1, 1]);
    expect(index.search(second, { k: 2 })).toHaveLength(1);
    expect(index.search(second, { k: 2 })[0]?.similarity).toBeCloseTo(1, 6);
  });
}
