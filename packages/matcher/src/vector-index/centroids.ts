import { createKernel } from "./kernel/create-kernel.ts";
import { RowCodes } from "./row-codes.ts";
import { type ListedRows, Scanner } from "./scanner.ts";
import { kthGreatest } from "./top-owners.ts";

/** Rounds of k-means; what more rounds gain is not seen in a search. */
const rounds = 5;

/** Centroids that are put in order at first: most searches need no more. */
const sortedFirst = 32;

/** Directions in the middle of groups of similar vectors. */
export class Centroids {
  readonly #scanner: Scanner;
  readonly #all: ListedRows;

  private constructor(vectors: readonly Float32Array[]) {
    const kernel = createKernel();
    const paddedDimensions = Math.ceil((vectors[0]?.length ?? 0) / 32) * 32;
    const codes = new RowCodes(kernel, paddedDimensions);
    for (const [row, vector] of vectors.entries()) codes.put(row, vector);
    this.#scanner = new Scanner(kernel, codes, paddedDimensions);
    this.#all = codes.list(Uint32Array.from(vectors.keys()));
  }

  /**
   * Learns centroids from vectors of length 1 by spherical k-means. Always the same for the same vectors.
   *
   * @param count how many; at most as many as there are vectors.
   */
  static learn(vectors: readonly Float32Array[], count: number): Centroids {
    let means = Array.from({ length: Math.min(count, vectors.length) }, (_, index) =>
      vectorAt(vectors, Math.floor((index * vectors.length) / Math.min(count, vectors.length))),
    );
    for (let round = 0; round < rounds; round++) means = meansOf(vectors, new Centroids(means), means);
    return new Centroids(means);
  }

  get count(): number {
    return this.#all.owners.length;
  }

  /** The centroid that is nearest to a vector of length 1. */
  nearest(vector: Float32Array): number {
    const similarities = this.#similarities(vector);
    let best = 0;
    for (let index = 1; index < similarities.length; index++) {
      if ((similarities[index] ?? 0) > (similarities[best] ?? 0)) best = index;
    }
    return best;
  }

  /** All centroids, from the nearest to a vector of length 1 to the farthest. */
  *nearestFirst(vector: Float32Array): Iterable<number> {
    const similarities = this.#similarities(vector);
    const least = kthGreatest(Math.min(sortedFirst, similarities.length), similarities);
    const near: number[] = [];
    const far: number[] = [];
    for (let index = 0; index < similarities.length; index++) {
      ((similarities[index] ?? 0) >= least ? near : far).push(index);
    }
    const compare = (left: number, right: number) => (similarities[right] ?? 0) - (similarities[left] ?? 0);
    yield* near.sort(compare);
    yield* far.sort(compare);
  }

  /** The similarity of each centroid, but for what int8 codes round away. */
  #similarities(vector: Float32Array): Float32Array {
    return this.#scanner.scan(vector, this.#all).background;
  }
}

/** The direction of the sum of those that are nearest to each centroid; the old one where there are none. */
function meansOf(
  vectors: readonly Float32Array[],
  centroids: Centroids,
  means: readonly Float32Array[],
): Float32Array[] {
  const sums = means.map(({ length }) => new Float64Array(length));
  for (const vector of vectors) {
    const sum = sums[centroids.nearest(vector)];
    if (sum === undefined) continue;
    for (let element = 0; element < sum.length; element++) {
      sum[element] = (sum[element] ?? 0) + (vector[element] ?? 0);
    }
  }
  return sums.map((sum, index) => directionOf(sum) ?? vectorAt(means, index));
}

function directionOf(sum: Float64Array): Float32Array | undefined {
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  return length > 0 ? Float32Array.from(sum, (value) => value / length) : undefined;
}

function vectorAt(vectors: readonly Float32Array[], index: number): Float32Array {
  return vectors[index] ?? new Float32Array(0);
}
