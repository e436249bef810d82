import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileFloatVectors } from "../../src/vector-index/file-float-vectors.ts";
import { FlatIndex } from "../../src/vector-index/flat-index.ts";
import { JavaScriptKernel } from "../../src/vector-index/kernel/javascript-kernel.ts";
import { describeVectorIndex } from "./conformance.ts";
import { bitsOf, nearest, ownerVectors, randomNumbers, randomVector, unitVector } from "./vectors.ts";

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
  create: (dimensions) => new FlatIndex({ dimensions, kernel: new JavaScriptKernel() }),
  recall: 1,
});

describe("FlatIndex.scan", () => {
  const dimensions = 48;
  const population = fc.array(ownerVectors(dimensions), { maxLength: 12 });

  it("gives every allowed owner both similarities within its bound, and -Infinity where there is no vector", () => {
    fc.assert(
      fc.property(population, unitVector(dimensions), (all, query) => {
        const index = new FlatIndex({ dimensions });
        for (const [owner, vectors] of all.entries()) index.put(owner, vectors);
        const { owners, background, wish, errorOf, greatestError } = index.scan(query);
        expect([...owners]).toEqual([...all.keys()]);
        for (const [position, owner] of owners.entries()) {
          expectWithin(background[position], nearest(query, all[owner]?.background ?? []), errorOf(owner));
          expectWithin(wish[position], nearest(query, all[owner]?.wish ?? []), errorOf(owner));
          expect(errorOf(owner)).toBeLessThanOrEqual(greatestError);
        }
      }),
    );
  });

  it("answers many queries at once as one by one, to the bit, in both kernels", () => {
    const queries = fc.array(unitVector(dimensions), { maxLength: 9 });
    fc.assert(
      fc.property(population, queries, fc.uniqueArray(fc.nat(14)), (all, asked, allowed) => {
        const [index, plain] = [
          new FlatIndex({ dimensions }),
          new FlatIndex({ dimensions, kernel: new JavaScriptKernel() }),
        ];
        for (const [owner, vectors] of all.entries()) {
          index.put(owner, vectors);
          plain.put(owner, vectors);
        }
        const bits = bitsOf(allowed);
        const values = (answers: ReturnType<FlatIndex["scanMany"]>) =>
          answers.map(({ owners, background, wish }) => ({ owners, background, wish }));
        const together = values(index.scanMany(asked, bits));
        expect(together).toEqual(values(asked.map((query) => index.scan(query, bits))));
        expect(together).toEqual(values(plain.scanMany(asked, bits)));
      }),
    );
  });

  it("scans more owners than one call of the kernel takes", () => {
    const random = randomNumbers(11);
    const index = new FlatIndex({ dimensions: 32 });
    const vectors = Array.from({ length: 2_500 }, () => randomVector(random, 32));
    for (const [owner, vector] of vectors.entries()) index.put(owner, { background: [vector], wish: [] });
    const query = randomVector(random, 32);
    const { background, errorOf } = index.scan(query);
    expect(background.length).toBe(2_500);
    for (const [owner, vector] of vectors.entries()) {
      expectWithin(background[owner], nearest(query, [vector]), errorOf(owner));
    }
    // Blocks that lie far apart take the kernel's other way to memory.
    const sparse = index.scan(query, bitsOf([...vectors.keys()].filter((owner) => owner % 50 === 0)));
    expect([...sparse.background]).toEqual([...background].filter((_, owner) => owner % 50 === 0));
  });
});

describe("the memory of FlatIndex", () => {
  it("is used again, and moved together when much of it lies free", () => {
    const random = randomNumbers(12);
    const dimensions = 256;
    const vectors = Array.from({ length: 8 }, () => randomVector(random, dimensions));
    const index = new FlatIndex({ dimensions });
    for (let owner = 0; owner < 2_000; owner++)
      index.put(owner, { background: vectors.slice(0, 3), wish: [] });
    const { bytes } = index;
    for (let owner = 0; owner < 2_000; owner++)
      index.put(owner, { background: vectors.slice(3, 6), wish: [] });
    expect(index.bytes).toBe(bytes);
    for (let owner = 100; owner < 2_000; owner++) index.remove(owner);
    expect(index.bytes).toBeLessThan(0.9 * bytes);
    for (let owner = 0; owner < 100; owner++)
      expect(index.read(owner)?.background).toEqual(vectors.slice(3, 6));
    const query = vectors[4] ?? new Float32Array();
    const hits = index.search(query, { k: 200 });
    expect(hits.length).toBe(100);
    for (const { similarity } of hits) expect(similarity).toBeCloseTo(1, 6);
  });

  it("stays within 800 bytes for an owner of three 256-d vectors", () => {
    const random = randomNumbers(13);
    const index = new FlatIndex({ dimensions: 256, floats: new FileFloatVectors(256) });
    const count = 1_000;
    for (let owner = 0; owner < count; owner++) {
      const [one, two, three] = [1, 2, 3].map(() => randomVector(random, 256));
      if (!one || !two || !three) continue;
      index.put(owner, { background: [one, two], wish: [three] });
    }
    expect(index.vectors).toBe(3 * count);
    expect(index.bytes / count).toBeLessThan(800);
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

function expectWithin(value: number | undefined, truth: number, bound: number): void {
  if (truth === Number.NEGATIVE_INFINITY) expect(value).toBe(Number.NEGATIVE_INFINITY);
  else expect(Math.abs((value ?? Number.NaN) - truth)).toBeLessThanOrEqual(bound);
}
