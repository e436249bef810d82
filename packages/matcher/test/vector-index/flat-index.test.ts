import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileFloatVectors } from "../../src/vector-index/file-float-vectors.ts";
import { FlatIndex } from "../../src/vector-index/flat-index.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import type { OwnerHit, OwnerVectors } from "../../src/vector-index/vector-index.ts";
import { codeOf, describeVectorIndex, NaiveIndex } from "./conformance.ts";
import { bitsOf, normalised, ownerVectors, randomNumbers, randomVector, unitVector } from "./vectors.ts";

describeVectorIndex("FlatIndex with its floats in memory", {
  path: "exactScan",
  create: (dimensions) => new FlatIndex({ dimensions }),
  recall: 1,
});

describeVectorIndex("FlatIndex with its floats in a file", {
  path: "exactScan",
  create: (dimensions) => new FlatIndex({ dimensions, floats: new FileFloatVectors(dimensions) }),
  recall: 1,
});

describeVectorIndex("FlatIndex in plain JavaScript", {
  path: "exactScan",
  create: (dimensions) => new FlatIndex({ dimensions, createKernel: () => new JavaScriptKernel() }),
  recall: 1,
});

const dimensions = 48;
const owner = fc.nat(30);
const population = fc.array(fc.tuple(owner, ownerVectors(dimensions)), { maxLength: 40 });

describe("the cells of FlatIndex", () => {
  it("hold everybody, whatever was put and removed before and after they were learnt", () => {
    const removals = fc.uniqueArray(owner, { maxLength: 10 });
    const queries = fc.array(unitVector(dimensions), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(population, removals, population, queries, (before, removed, after, asked) => {
        const [index, naive] = [new FlatIndex({ dimensions }), new NaiveIndex()];
        const put = (each: number, vectors: OwnerVectors) => {
          index.put(each, vectors);
          naive.owners.set(each, vectors);
        };
        for (const [each, vectors] of before) put(each, vectors);
        index.learnCells();
        for (const each of removed) expect(index.remove(each)).toBe(naive.owners.delete(each));
        for (const [each, vectors] of after) put(each, vectors);
        const allowed = removed.map((each) => 30 - each);
        for (const query of asked) expectBothSame(index, naive, query, allowed);
      }),
    );
  });

  it("are looked into from the nearest on", () => {
    const { index, vectors } = clustered(3_000);
    expect(index.cells).toBeGreaterThan(50);
    let found = 0;
    for (let each = 0; each < 20; each++) {
      const query = vectors[each * 131] ?? new Float32Array();
      const few = index.search(query, { k: 10, approximate: true }).map((hit) => hit.owner);
      found += index.search(query, { k: 10 }).filter((hit) => few.includes(hit.owner)).length;
    }
    expect(found).toBeGreaterThanOrEqual(190);
    const { compared } = index;
    index.search(vectors[0] ?? new Float32Array(), { k: 10, approximate: true });
    expect(index.compared - compared).toBeLessThan(1_500);
  });

  it("are not there before somebody has a vector", () => {
    const index = new FlatIndex({ dimensions });
    index.put(1, { background: [], wish: [randomVector(randomNumbers(1), dimensions)] });
    index.learnCells();
    expect(index.cells).toBe(1);
    const vector = randomVector(randomNumbers(2), dimensions);
    index.put(2, { background: [vector], wish: [] });
    expect(index.search(vector, { k: 2, approximate: true }).map((hit) => hit.owner)).toEqual([2]);
  });
});

describe("FlatIndex.search", () => {
  it("finds the same with both kernels, to the bit", () => {
    fc.assert(
      fc.property(population, unitVector(dimensions), fc.uniqueArray(owner), (all, query, allowed) => {
        const [index, plain] = [
          new FlatIndex({ dimensions }),
          new FlatIndex({ dimensions, createKernel: () => new JavaScriptKernel() }),
        ];
        for (const [each, vectors] of all) {
          index.put(each, vectors);
          plain.put(each, vectors);
        }
        const request = { k: 7, allowed: bitsOf(allowed) };
        expect(index.search(query, request)).toEqual(plain.search(query, request));
      }),
    );
  });

  it("misses nobody among more than one call of the kernel takes, whatever share is allowed", () => {
    const { index, vectors, naive } = clustered(3_000);
    for (const step of [1, 2, 7, 40, 600]) {
      const allowed = [...vectors.keys()].filter((each) => each % step === 0);
      for (const query of [vectors[5], vectors[1_234]]) {
        if (query === undefined) continue;
        const hits = index.search(query, { k: 20, allowed: bitsOf(allowed) });
        expectSame(hits, naive.search(query, 20, new Set(allowed)));
      }
    }
  });

  it("refuses more vectors than an owner may have", () => {
    const index = new FlatIndex({ dimensions });
    const vector = randomVector(randomNumbers(2), dimensions);
    const many = Array.from({ length: 256 }, () => vector);
    expect(codeOf(() => index.put(1, { background: many, wish: [] }))).toBe("invalidRequest");
    expect(codeOf(() => index.put(1, { background: [], wish: many }))).toBe("invalidRequest");
    expect(index.has(1)).toBe(false);
  });
});

describe("the memory of FlatIndex", () => {
  it("is used again when vectors are replaced and owners come back", () => {
    const random = randomNumbers(12);
    const vectors = Array.from({ length: 8 }, () => randomVector(random, 256));
    const index = new FlatIndex({ dimensions: 256 });
    const putAll = (background: readonly Float32Array[]) => {
      for (let each = 0; each < 2_000; each++) index.put(each, { background, wish: [] });
    };
    putAll(vectors.slice(0, 3));
    const { bytes } = index;
    putAll(vectors.slice(3, 6));
    for (let each = 100; each < 2_000; each++) index.remove(each);
    expect(index.vectors).toBe(300);
    putAll(vectors.slice(5, 8));
    expect(index.bytes).toBeLessThan(1.01 * bytes);
    expect(index.search(vectors[6] ?? new Float32Array(), { k: 2_000 }).length).toBe(2_000);
  });

  it("stays within 900 bytes for an owner of three 256-d vectors", () => {
    const random = randomNumbers(13);
    const index = new FlatIndex({ dimensions: 256, floats: new FileFloatVectors(256) });
    const count = 1_000;
    for (let each = 0; each < count; each++) {
      index.put(each, { background: [1, 2, 3].map(() => randomVector(random, 256)), wish: [] });
    }
    expect(index.vectors).toBe(3 * count);
    expect(index.bytes / count).toBeLessThan(900);
    index.close();
  });
});

describe("FileFloatVectors", () => {
  it("leaves nothing behind", () => {
    const folder = mkdtempSync(join(tmpdir(), "jobbmatch-test-"));
    const floats = new FileFloatVectors(4, folder);
    floats.put(0, { background: [Float32Array.of(1, 0, 0, 0)], wish: [] });
    expect(floats.read(0)).toEqual({ background: [Float32Array.of(1, 0, 0, 0)], wish: [] });
    floats.close();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});

/** Owners of one vector each, around a few dozen centres, in an index with cells. */
function clustered(count: number) {
  const random = randomNumbers(21);
  const centres = Array.from({ length: 40 }, () => randomVector(random, dimensions));
  const vectors = Array.from({ length: count }, (_, each) => {
    const offset = randomVector(random, dimensions);
    return normalised(
      Float32Array.from(centres[each % 40] ?? [], (value, at) => value + 0.5 * (offset[at] ?? 0)),
    );
  });
  const [index, naive] = [new FlatIndex({ dimensions }), new NaiveIndex()];
  for (const [each, vector] of vectors.entries()) {
    index.put(each, { background: [vector], wish: [] });
    naive.owners.set(each, { background: [vector], wish: [] });
  }
  index.learnCells();
  return { index, naive, vectors };
}

/** Few owners have so few cells that an approximate search looks into all of them. */
function expectBothSame(index: FlatIndex, naive: NaiveIndex, query: Float32Array, allowed: number[]): void {
  const truth = naive.search(query, 5);
  const truthOfAllowed = naive.search(query, 5, new Set(allowed));
  for (const approximate of [false, true]) {
    expectSame(index.search(query, { k: 5, approximate }), truth);
    expectSame(index.search(query, { k: 5, approximate, allowed: bitsOf(allowed) }), truthOfAllowed);
  }
}

function expectSame(hits: readonly OwnerHit[], truth: readonly OwnerHit[]): void {
  expect(hits.map((hit) => hit.owner)).toEqual(truth.map((hit) => hit.owner));
  for (const [position, { similarity }] of hits.entries()) {
    expect(similarity).toBeCloseTo(truth[position]?.similarity ?? Number.NaN, 6);
  }
}
