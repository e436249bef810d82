import { JobbmatchError } from "@jobbmatch/shared";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { OwnerHit, OwnerVectors, SearchPath, VectorIndex } from "../../src/vector-index/vector-index.ts";
import {
  bitsOf,
  nearest,
  normalised,
  ownerVectors,
  randomNumbers,
  randomVector,
  unitVector,
} from "./vectors.ts";

const dimensions = 40;

/** What a search must find, computed from float vectors in a plain map. */
export class NaiveIndex {
  readonly owners = new Map<number, OwnerVectors>();

  search(query: Float32Array, k: number, allowed?: ReadonlySet<number>): OwnerHit[] {
    return [...this.owners]
      .filter(([owner, { background }]) => background.length > 0 && (allowed?.has(owner) ?? true))
      .map(([owner, { background }]) => ({ owner, similarity: nearest(query, background) }))
      .sort((a, b) => b.similarity - a.similarity || a.owner - b.owner)
      .slice(0, k);
  }
}

export interface Conformance {
  readonly path: SearchPath;
  readonly create: (dimensions: number) => VectorIndex;
  /** The share of the true answer's owners that a search must return at least; 1 asks for the very same answer. */
  readonly recall: number;
}

interface SearchStep {
  readonly kind: "search";
  readonly query: Float32Array;
  readonly k: number;
  readonly allowed?: number[];
}

type ChangeStep =
  | { readonly kind: "put"; readonly owner: number; readonly vectors: OwnerVectors }
  | { readonly kind: "remove"; readonly owner: number };

const owner = fc.nat(40);
const steps: fc.Arbitrary<(ChangeStep | SearchStep)[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("put" as const), owner, vectors: ownerVectors(dimensions) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), owner }) },
    {
      weight: 3,
      arbitrary: fc.record(
        {
          kind: fc.constant("search" as const),
          query: unitVector(dimensions),
          k: fc.integer({ min: 1, max: 8 }),
          allowed: fc.uniqueArray(owner, { maxLength: 30 }),
        },
        { requiredKeys: ["kind", "query", "k"] },
      ),
    },
  ),
  { maxLength: 60, size: "max" },
);

/** Asserts what holds of every index, exact or not. */
export function describeVectorIndex(name: string, { path, create, recall }: Conformance): void {
  describe(name, () => {
    const opened: VectorIndex[] = [];
    const createIndex = (of = dimensions) => {
      const index = create(of);
      opened.push(index);
      return index;
    };
    afterAll(() => {
      for (const index of opened) index.close();
    });

    it("answers any order of puts, removals and searches as a plain map would", () => {
      const tally = { wanted: 0, found: 0 };
      fc.assert(
        fc.property(steps, (sequence) => {
          const index = createIndex();
          const naive = new NaiveIndex();
          for (const step of sequence) {
            if (step.kind === "search") compareSearch(index, naive, step, tally);
            else applyStep(index, naive, step);
            expect(index.owners).toBe(naive.owners.size);
          }
        }),
        { numRuns: 30 },
      );
      expect(tally.found).toBeGreaterThanOrEqual(recall * tally.wanted);
      expect(tally.wanted).toBeGreaterThan(100);
    });

    it("finds the nearest of a thousand owners by its own path", () => {
      const random = randomNumbers(7);
      const index = createIndex();
      const naive = new NaiveIndex();
      for (let each = 0; each < 1_000; each++) {
        const vectors = { background: [randomVector(random, dimensions)], wish: [] };
        index.put(each, vectors);
        naive.owners.set(each, vectors);
      }
      let found = 0;
      for (let each = 0; each < 20; each++) {
        const query = randomVector(random, dimensions);
        found += overlap(index.search(query, { k: 10 }), naive.search(query, 10));
      }
      expect(index.path).toBe(path);
      expect(found).toBeGreaterThanOrEqual(200 * recall);
    });

    it("gives every owner of an identical vector the same similarity, in the order of the owners", () => {
      const index = createIndex();
      const vector = randomVector(randomNumbers(3), dimensions);
      for (const each of [9, 2, 5]) index.put(each, { background: [vector], wish: [] });
      const hits = index.search(vector, { k: 3 });
      expect(ownersOf(hits)).toEqual([2, 5, 9]);
      for (const { similarity } of hits) expect(similarity).toBeCloseTo(1, 5);
    });

    it("returns nothing from an empty index, or when nobody is allowed", () => {
      const index = createIndex();
      const vector = randomVector(randomNumbers(4), dimensions);
      expect(index.search(vector, { k: 5 })).toEqual([]);
      index.put(1, { background: [vector], wish: [] });
      expect(index.search(vector, { k: 5, allowed: new Uint32Array(0) })).toEqual([]);
      expect(index.search(vector, { k: 5, allowed: bitsOf([0, 2, 999]) })).toEqual([]);
    });

    it("refuses vectors that can't be compared, and changes nothing", () => {
      const good = randomVector(randomNumbers(5), dimensions);
      const index = createIndex();
      index.put(1, { background: [good], wish: [] });
      for (const bad of badVectors(good)) {
        expect(codeOf(() => index.put(1, { background: [good, bad], wish: [] }))).toBe("invalidVector");
        expect(codeOf(() => index.put(2, { background: [], wish: [bad] }))).toBe("invalidVector");
        expect(codeOf(() => index.search(bad, { k: 1 }))).toBe("invalidVector");
      }
      expect(index.owners).toBe(1);
      expect(index.vectors).toBe(1);
      expect(ownersOf(index.search(good, { k: 5 }))).toEqual([1]);
    });

    it("refuses what can't be an owner or a limit", () => {
      const good = randomVector(randomNumbers(6), dimensions);
      const index = createIndex();
      for (const bad of [-1, 0.5, Number.NaN, 2 ** 32]) {
        expect(codeOf(() => index.put(bad, { background: [good], wish: [] }))).toBe("invalidRequest");
        expect(codeOf(() => index.search(good, { k: bad === 2 ** 32 ? 0 : bad }))).toBe("invalidRequest");
        expect(index.remove(bad)).toBe(false);
      }
      expect(index.owners).toBe(0);
    });

    it("takes dimensions that fill no whole vector register", () => {
      for (const of of [1, 15, 33, 300]) {
        const index = createIndex(of);
        const vectors = Array.from({ length: 5 }, (_, each) => randomVector(randomNumbers(each + of), of));
        for (const [each, vector] of vectors.entries()) index.put(each, { background: [vector], wish: [] });
        const query = randomVector(randomNumbers(of), of);
        const [best] = index.search(query, { k: 1 });
        expect(best?.similarity).toBeCloseTo(nearest(query, vectors), 5);
      }
    });
  });
}

function applyStep(index: VectorIndex, naive: NaiveIndex, step: ChangeStep): void {
  if (step.kind === "put") {
    index.put(step.owner, step.vectors);
    naive.owners.set(step.owner, step.vectors);
  } else {
    expect(index.remove(step.owner)).toBe(naive.owners.delete(step.owner));
  }
  expect(index.has(step.owner)).toBe(naive.owners.has(step.owner));
}

function compareSearch(
  index: VectorIndex,
  naive: NaiveIndex,
  { query, k, allowed }: SearchStep,
  tally: { wanted: number; found: number },
): void {
  const truth = naive.search(query, k, allowed && new Set(allowed));
  const hits = index.search(query, { k, allowed: allowed && bitsOf(allowed) });
  expectHits(hits, naive, query, allowed);
  tally.wanted += truth.length;
  tally.found += overlap(hits, truth);
}

/** Hits are distinct allowed owners in order, each with the similarity of its float vectors. */
function expectHits(
  hits: readonly OwnerHit[],
  naive: NaiveIndex,
  query: Float32Array,
  allowed?: number[],
): void {
  expect(new Set(ownersOf(hits)).size).toBe(hits.length);
  for (const [position, hit] of hits.entries()) {
    if (allowed !== undefined) expect(allowed).toContain(hit.owner);
    expect(hit.similarity).toBeCloseTo(nearest(query, naive.owners.get(hit.owner)?.background ?? []), 5);
    const before = hits[position - 1]?.similarity ?? Number.POSITIVE_INFINITY;
    expect(before).toBeGreaterThanOrEqual(hit.similarity);
  }
}

function badVectors(good: Float32Array): Float32Array[] {
  const withFirst = (value: number) => Float32Array.from([value, ...good.slice(1)]);
  return [
    new Float32Array(dimensions),
    withFirst(Number.NaN),
    withFirst(Number.POSITIVE_INFINITY),
    good.map((value) => value * 2),
    normalised(Float32Array.from([...good, 1])),
    new Float32Array(0),
  ];
}

function ownersOf(hits: readonly OwnerHit[]): number[] {
  return hits.map((hit) => hit.owner);
}

function overlap(hits: readonly OwnerHit[], truth: readonly OwnerHit[]): number {
  const owners = new Set(ownersOf(hits));
  return truth.filter((hit) => owners.has(hit.owner)).length;
}

export function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof JobbmatchError) return error.code;
    throw error;
  }
}
