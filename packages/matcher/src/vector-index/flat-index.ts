import { checkUnitVector, dot } from "./check-vector.ts";
import { type FloatVectors, MemoryFloatVectors } from "./float-vectors.ts";
import { createKernel } from "./kernel/create-kernel.ts";
import type { ScanKernel } from "./kernel/scan-kernel.ts";
import { OwnerBlocks } from "./owner-blocks.ts";
import { type OwnerSimilarities, Scanner } from "./scanner.ts";
import { checkLimit, compareHits, kthGreatest } from "./top-owners.ts";
import type { OwnerBits, OwnerHit, OwnerVectors, SearchRequest, VectorIndex } from "./vector-index.ts";

/** A similarity rounded to float32 is nearer than this to the similarity. */
const float32Step = 1e-7;

export interface FlatIndexOptions {
  readonly dimensions: number;
  /** Where the vectors are kept as they came. @default in memory, 4 bytes for each element */
  readonly floats?: FloatVectors;
  /** @default the fastest that the platform runs */
  readonly kernel?: ScanKernel;
}

/**
 * Exact search: every allowed vector is compared, and nobody is missed. The int8 scan gives each owner a similarity with
 * a proven bound on its error; whoever can be among the first k within those bounds is compared again in float.
 *
 * ```ts
 * const index = new FlatIndex({ dimensions: 256 });
 * index.put(7, { background: [vector], wish: [] });
 * index.search(query, { k: 20 }); // [{ owner: 7, similarity: 0.83 }]
 * ```
 */
export class FlatIndex implements VectorIndex {
  readonly path = "exactScan";
  readonly dimensions: number;
  readonly #floats: FloatVectors;
  readonly #blocks: OwnerBlocks;
  readonly #scanner: Scanner;

  constructor({ dimensions, floats = new MemoryFloatVectors(), kernel = createKernel() }: FlatIndexOptions) {
    this.dimensions = dimensions;
    this.#floats = floats;
    const paddedDimensions = Math.ceil(dimensions / 32) * 32;
    const start = Scanner.scratchBytes(paddedDimensions);
    this.#blocks = new OwnerBlocks(kernel, paddedDimensions, start);
    this.#scanner = new Scanner(kernel, this.#blocks, paddedDimensions);
  }

  get owners(): number {
    return this.#blocks.owners;
  }

  get vectors(): number {
    return this.#blocks.rows;
  }

  /** Memory for the int8 rows and their table, in bytes; the float vectors come on top. */
  get bytes(): number {
    return this.#blocks.bytes;
  }

  has(owner: number): boolean {
    return this.#blocks.has(owner);
  }

  put(owner: number, vectors: OwnerVectors): void {
    for (const vector of vectors.background) checkUnitVector(vector, this.dimensions);
    for (const vector of vectors.wish) checkUnitVector(vector, this.dimensions);
    this.#blocks.reserve(owner, vectors);
    this.#floats.put(owner, vectors);
    this.#blocks.put(owner, vectors);
  }

  remove(owner: number): boolean {
    this.#floats.remove(owner);
    return this.#blocks.remove(owner);
  }

  /** The owner's vectors as they were put, or nothing for an owner that is not there. */
  read(owner: number): OwnerVectors | undefined {
    return this.#floats.read(owner);
  }

  search(query: Float32Array, { k, allowed }: SearchRequest): OwnerHit[] {
    checkLimit(k);
    return this.#candidates(this.scan(query, allowed), k)
      .map((owner) => ({ owner, similarity: this.#similarity(query, owner) }))
      .sort(compareHits)
      .slice(0, k);
  }

  /**
   * The similarities of all allowed owners to a query, each within `errorOf` of the float one.
   *
   * @throws JobbmatchError `invalidVector`
   */
  scan(query: Float32Array, allowed?: OwnerBits): OwnerSimilarities {
    checkUnitVector(query, this.dimensions);
    return this.#scanner.scan(query, this.#blocks.list(allowed));
  }

  /** The same for many queries over the same owners, in about a quarter less time each. All answers share `owners`. */
  scanMany(queries: readonly Float32Array[], allowed?: OwnerBits): OwnerSimilarities[] {
    for (const query of queries) checkUnitVector(query, this.dimensions);
    return this.#scanner.scanMany(queries, this.#blocks.list(allowed));
  }

  close(): void {
    this.#floats.close();
  }

  /**
   * Owners that can be among the first k: whose greatest possible similarity reaches the k-th least possible one. The
   * greatest error of all rows narrows the field first, in one fast pass.
   */
  #candidates({ owners, background, errorOf, greatestError }: OwnerSimilarities, k: number): number[] {
    const least = kthGreatest(k, background) - 2 * greatestError;
    const near: { owner: number; least: number; most: number }[] = [];
    for (let index = 0; index < background.length; index++) {
      const similarity = background[index] ?? 0;
      if (similarity < least || similarity === Number.NEGATIVE_INFINITY) continue;
      const owner = owners[index] ?? 0;
      near.push({ owner, least: similarity - errorOf(owner), most: similarity + errorOf(owner) });
    }
    const threshold =
      kthGreatest(
        k,
        Float32Array.from(near, ({ least }) => least),
      ) - float32Step;
    return near.filter(({ most }) => most >= threshold).map(({ owner }) => owner);
  }

  #similarity(query: Float32Array, owner: number): number {
    const { background } = this.#floats.read(owner) ?? { background: [] };
    return background.reduce((best, vector) => Math.max(best, dot(query, vector)), Number.NEGATIVE_INFINITY);
  }
}
