import fc from "fast-check";
import type { OwnerVectors } from "../../src/vector-index/vector-index.ts";

/** A small generator of pseudo-random numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export function randomVector(random: () => number, dimensions: number): Float32Array {
  return normalised(Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5));
}

/** Vectors of length 1, some with one great element, which int8 codes render badly. */
export function unitVector(dimensions: number): fc.Arbitrary<Float32Array> {
  return fc.tuple(fc.nat(), fc.constantFrom(0, 1, 8)).map(([seed, peak]) => {
    const vector = randomVector(randomNumbers(seed), dimensions);
    vector[seed % dimensions] = (vector[seed % dimensions] ?? 0) + peak;
    return normalised(vector);
  });
}

export function ownerVectors(dimensions: number): fc.Arbitrary<OwnerVectors> {
  const rows = fc.array(unitVector(dimensions), { maxLength: 4 });
  return fc.record({ background: rows, wish: rows });
}

export function bitsOf(owners: Iterable<number>): Uint32Array {
  const list = [...owners];
  const words = new Uint32Array(Math.ceil((Math.max(-1, ...list) + 1) / 32));
  for (const owner of list) words[owner >>> 5] = (words[owner >>> 5] ?? 0) | (1 << (owner & 31));
  return words;
}

export function cosine(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

export function nearest(query: Float32Array, vectors: readonly Float32Array[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...vectors.map((vector) => cosine(query, vector)));
}
