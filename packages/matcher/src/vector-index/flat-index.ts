import { JobbmatchError } from "@jobbmatch/shared";
import { Centroids } from "./centroids.ts";
import { checkUnitVector } from "./check-vector.ts";
import { type FloatVectors, MemoryFloatVectors } from "./float-vectors.ts";
import { createKernel as createFastestKernel } from "./kernel/create-kernel.ts";
import type { ScanKernel } from "./kernel/scan-kernel.ts";
import { checkOwner } from "./owner.ts";
import { type QuantisedRow, quantiseRow } from "./quantise.ts";
import { RowSearch } from "./row-search.ts";
import { StoredRows } from "./stored-rows.ts";
import { checkLimit, compareHits } from "./top-owners.ts";
import type { OwnerBits, OwnerHit, OwnerVectors, SearchRequest, VectorIndex } from "./vector-index.ts";

/** The most vectors of one group that an owner may have. */
const maximumVectors = 255;
/** Cells for so many owners: 3 × √owners. */
export const cellsPerRoot = 3;
/** Vectors from which each centroid is learnt, on average. */
const sampledPerCell = 16;
/** Where fewer than this share is allowed, rows are found by their owners; else all rows are gone through. */
const sparseShare = 1 / 4;

export interface FlatSearchRequest extends SearchRequest {
  /**
   * Looks into the cells nearest to the query until many have brought nothing, so that some of the nearest may be missed.
   * Without cells, everybody is compared all the same. @default false
   */
  readonly approximate?: boolean | undefined;
}

export interface FlatIndexOptions {
  readonly dimensions: number;
  /** Where the vectors are kept as they came. @default in memory, 4 bytes for each element */
  readonly floats?: FloatVectors;
  /** @default the fastest that the platform runs */
  readonly createKernel?: () => ScanKernel;
}

/**
 * Exact search: every allowed vector is compared, and nobody is missed. The int8 scan gives each row a similarity with a
 * proven bound on its error; whoever can be among the first k within those bounds is compared again in float.
 *
 * Once cells are learnt, a search may look into those near the query only (an inverted file, IVF): much faster where many
 * are allowed, but no longer sure.
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
  readonly #paddedDimensions: number;
  readonly #floats: FloatVectors;
  readonly #createKernel: () => ScanKernel;
  #centroids: Centroids | undefined;
  #rows: StoredRows;
  #search: RowSearch;

  constructor(options: FlatIndexOptions) {
    const { dimensions, floats = new MemoryFloatVectors(), createKernel = createFastestKernel } = options;
    this.dimensions = dimensions;
    this.#paddedDimensions = Math.ceil(dimensions / 32) * 32;
    this.#floats = floats;
    this.#createKernel = createKernel;
    [this.#rows, this.#search] = this.#createRows(1);
  }

  get owners(): number {
    return this.#rows.owners.owners;
  }

  get vectors(): number {
    return this.#rows.owners.rows;
  }

  /** How many cells there are; 1 before `learnCells`. */
  get cells(): number {
    return this.#centroids?.count ?? 1;
  }

  /** How many vectors all searches have compared. */
  get compared(): number {
    return this.#search.compared;
  }

  /** Memory for the int8 rows and their tables, in bytes; the float vectors come on top. */
  get bytes(): number {
    return this.#rows.bytes;
  }

  has(owner: number): boolean {
    return this.#rows.owners.has(owner);
  }

  put(owner: number, vectors: OwnerVectors): void {
    checkOwner(owner);
    for (const group of [vectors.background, vectors.wish]) {
      if (group.length > maximumVectors) throw tooManyVectors();
      for (const vector of group) checkUnitVector(vector, this.dimensions);
    }
    this.#rows.reserve(owner, vectors.background.length);
    this.#floats.put(owner, vectors);
    this.#rows.remove(owner);
    const rows = vectors.background.map((vector) => quantiseRow(vector, this.#paddedDimensions));
    this.#rows.put(owner, rows, (codes) => this.#centroids?.nearest(codes) ?? 0);
  }

  remove(owner: number): boolean {
    this.#floats.remove(owner);
    return this.#rows.remove(owner);
  }

  /** The owner's vectors as they were put, valid until the next change, or nothing for an owner that is not there. */
  read(owner: number): OwnerVectors | undefined {
    return this.#floats.read(owner);
  }

  /**
   * Groups the vectors into 3 × √owners cells by spherical k-means; vectors that are put later join the cell of the
   * nearest centroid. To be repeated when there are several times as many. Takes some seconds for 100,000 vectors,
   * ten times as long for a million, and the memory of the rows twice meanwhile.
   */
  learnCells(): void {
    const owners: number[] = [];
    this.#rows.owners.forEachOwner((owner) => owners.push(owner));
    const count = Math.ceil(cellsPerRoot * Math.sqrt(owners.length));
    const sample = this.#sample(owners, count * sampledPerCell);
    if (sample.length === 0) return;
    const centroids = Centroids.learn(sample, count);
    const [rows, search] = this.#createRows(centroids.count);
    for (const owner of owners) {
      const vectors = this.#rows.codesOf(owner);
      rows.reserve(owner, vectors.length);
      rows.put(owner, vectors, (codes) => centroids.nearest(codes));
    }
    this.#centroids = centroids;
    this.#rows = rows;
    this.#search = search;
  }

  search(query: Float32Array, { k, allowed, approximate = false }: FlatSearchRequest): OwnerHit[] {
    checkUnitVector(query, this.dimensions);
    checkLimit(k);
    const parts = approximate ? this.#nearRows(query, allowed) : [this.#allRows(allowed)];
    const owners = this.#search.candidates(query, parts, { k, approximate });
    const similarities = this.#search.similarities(
      query,
      owners.map((owner) => this.#background(owner)),
    );
    return owners
      .map((owner, index) => ({ owner, similarity: similarities[index] ?? -1 }))
      .sort(compareHits)
      .slice(0, k);
  }

  close(): void {
    this.#floats.close();
  }

  #createRows(cells: number): [StoredRows, RowSearch] {
    const kernel = this.#createKernel();
    const rows = new StoredRows(kernel, this.#paddedDimensions, cells);
    return [rows, new RowSearch(kernel, rows, this.#paddedDimensions)];
  }

  /** The allowed rows: found by their owners where these are few, else cell by cell. */
  #allRows(allowed: OwnerBits | undefined): Uint32Array {
    return allowed !== undefined && countBits(allowed) < sparseShare * this.owners
      ? this.#rows.listOwners(allowed)
      : this.#rows.listAll(allowed);
  }

  /** The allowed rows of each cell, the cells nearest to the query first. */
  *#nearRows(query: Float32Array, allowed: OwnerBits | undefined): Iterable<Uint32Array> {
    const cells = this.#centroids?.nearestFirst(query) ?? [0];
    for (const cell of cells) yield this.#rows.listCell(cell, allowed);
  }

  /** The rows of owners that are spread evenly over the given ones. */
  #sample(owners: readonly number[], size: number): QuantisedRow[] {
    const count = Math.min(size, owners.length);
    return Array.from({ length: count }, (_, index) =>
      this.#rows.codesOf(owners[Math.floor((index * owners.length) / count)] ?? 0),
    ).flat();
  }

  #background(owner: number): readonly Float32Array[] {
    return this.#floats.read(owner)?.background ?? [];
  }
}

function tooManyVectors(): JobbmatchError {
  const message = `an owner may have ${maximumVectors} vectors of a group at most`;
  return new JobbmatchError({ code: "invalidRequest", message });
}

function countBits(words: OwnerBits): number {
  let total = 0;
  for (let index = 0; index < words.length; index++) {
    let word = words[index] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return total;
}
