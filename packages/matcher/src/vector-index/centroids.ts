import { createKernel } from "./kernel/create-kernel.ts";
import { type QuantisedRow, quantiseRow } from "./quantise.ts";
import { RowCodes } from "./row-codes.ts";
import { type ListedRows, rowsPerCall, Scanner } from "./scanner.ts";
import { kthGreatest } from "./top-owners.ts";

/** Rounds of k-means; what more rounds gain is not seen in a search. */
const rounds = 5;
/** So many centroids are grouped in turn, so that a vector need not be compared with all of them. */
const fewestGrouped = 256;
/** A vector is compared with the centroids of so many groups. */
const groupsCompared = 4;
/** So many centroids are put in order at first, and then so many times as many: most searches need few. */
const sortedFirst = 32;
const sortedFactor = 4;

/** Directions in the middle of groups of similar vectors. */
export class Centroids {
  readonly #scanner: Scanner;
  readonly #all: ListedRows;
  readonly #directions: readonly QuantisedRow[];
  readonly #groups: CentroidGroups | undefined;
  /** Of each centroid with the codes that were compared last, where it was among the compared. */
  readonly #products: Float32Array;

  private constructor(directions: readonly QuantisedRow[], groups?: CentroidGroups) {
    this.#directions = directions;
    this.#products = new Float32Array(directions.length);
    const kernel = createKernel();
    const paddedDimensions = directions[0]?.codes.length ?? 0;
    const codes = new RowCodes(kernel, paddedDimensions);
    for (const [row, direction] of directions.entries()) codes.putCodes(row, direction);
    this.#scanner = new Scanner(kernel, codes, paddedDimensions);
    this.#all = codes.list(Uint32Array.from(directions.keys()));
    this.#groups = groups;
  }

  /**
   * Learns centroids from vectors of length 1, of which there must be some, by spherical k-means. Always the same for the
   * same vectors.
   *
   * @param count how many; at most as many as there are vectors.
   */
  static learn(vectors: readonly QuantisedRow[], count: number): Centroids {
    const length = Math.min(count, vectors.length);
    const spread = Array.from({ length }, (_, index) => Math.floor((index * vectors.length) / length));
    let centroids = Centroids.#grouped(spread.flatMap((index) => vectors[index] ?? []));
    for (let round = 0; round < rounds; round++) centroids = Centroids.#grouped(centroids.#meansOf(vectors));
    return centroids;
  }

  /** Many directions are put in order so that those of a group follow each other. */
  static #grouped(directions: readonly QuantisedRow[]): Centroids {
    if (directions.length < fewestGrouped) return new Centroids(directions);
    const centres = Centroids.learn(directions, Math.ceil(Math.sqrt(directions.length)));
    const groups = Array.from({ length: centres.count }, (): QuantisedRow[] => []);
    for (const direction of directions) groups[centres.nearest(direction.codes)]?.push(direction);
    const ends = new Uint32Array(groups.length);
    for (let group = 0, end = 0; group < groups.length; group++) {
      end += groups[group]?.length ?? 0;
      ends[group] = end;
    }
    return new Centroids(groups.flat(), { centres, ends });
  }

  get count(): number {
    return this.#all.owners.length;
  }

  /**
   * The centroid that is nearest to a vector's codes. Where there are many, it is looked for in the groups near the vector,
   * so that now and then it is another one, which is near too.
   */
  nearest(codes: Int8Array): number {
    this.#scanner.setCodes(codes);
    if (this.#groups === undefined) return this.#nearestWithin(0, this.count) ?? 0;
    const { centres, ends } = this.#groups;
    let nearest: number | undefined;
    for (const group of centres.#nearestFew(codes, groupsCompared)) {
      nearest = this.#nearestWithin(ends[group - 1] ?? 0, ends[group] ?? 0, nearest);
    }
    return nearest ?? 0;
  }

  /** All centroids, from the nearest to a vector of length 1 to the farthest. */
  *nearestFirst(vector: Float32Array): Iterable<number> {
    const similarities = this.#scanner.scan(vector, this.#all).background;
    const compare = (left: number, right: number) => (similarities[right] ?? 0) - (similarities[left] ?? 0);
    let above = Number.POSITIVE_INFINITY;
    for (let count = sortedFirst; above > Number.NEGATIVE_INFINITY; count *= sortedFactor) {
      const least = kthGreatest(count, similarities);
      yield* positionsBetween(similarities, least, above).sort(compare);
      above = least;
    }
  }

  /** The nearest of a run of centroids, unless the nearest of earlier runs is as near. */
  #nearestWithin(from: number, until: number, earlier?: number): number | undefined {
    this.#compare(from, until);
    let nearest = earlier;
    let greatest = nearest === undefined ? Number.NEGATIVE_INFINITY : (this.#products[nearest] ?? 0);
    for (let centroid = from; centroid < until; centroid++) {
      const product = this.#products[centroid] ?? 0;
      if (product <= greatest) continue;
      nearest = centroid;
      greatest = product;
    }
    return nearest;
  }

  #nearestFew(codes: Int8Array, few: number): number[] {
    this.#scanner.setCodes(codes);
    this.#compare(0, this.count);
    const least = kthGreatest(Math.min(few, this.count), this.#products);
    return positionsBetween(this.#products, least, Number.POSITIVE_INFINITY);
  }

  #compare(from: number, until: number): void {
    for (let first = from; first < until; first += rowsPerCall) {
      const count = Math.min(rowsPerCall, until - first);
      const products = this.#scanner.products(this.#all.addresses, first, first + count);
      for (let index = 0; index < count; index++) this.#products[first + index] = products[index] ?? 0;
    }
  }

  /** The direction of the sum of those that are nearest to each centroid; the old one where there are none. */
  #meansOf(vectors: readonly QuantisedRow[]): QuantisedRow[] {
    const sums = this.#directions.map(({ codes }) => new Float64Array(codes.length));
    for (const { codes, scale } of vectors) {
      const sum = sums[this.nearest(codes)];
      if (sum === undefined) continue;
      for (let element = 0; element < codes.length; element++) {
        sum[element] = (sum[element] ?? 0) + (codes[element] ?? 0) * scale;
      }
    }
    return this.#directions.map((direction, index) => directionOf(sums[index]) ?? direction);
  }
}

/** Centroids by the nearest of some centres. */
interface CentroidGroups {
  readonly centres: Centroids;
  /** For each group the number of the last of its centroids, plus 1. */
  readonly ends: Uint32Array;
}

function directionOf(sum: Float64Array = new Float64Array(0)): QuantisedRow | undefined {
  let squares = 0;
  for (let element = 0; element < sum.length; element++) squares += (sum[element] ?? 0) ** 2;
  const length = Math.sqrt(squares);
  return length > 0
    ? quantiseRow(
        Float32Array.from(sum, (value) => value / length),
        sum.length,
      )
    : undefined;
}

/** Where the values are that are not less than the least and below the other. */
function positionsBetween(values: Float32Array, least: number, above: number): number[] {
  const positions: number[] = [];
  for (let position = 0; position < values.length; position++) {
    const value = values[position] ?? 0;
    if (value >= least && value < above) positions.push(position);
  }
  return positions;
}
