import { queriesPerPass, type ScanKernel } from "./kernel/scan-kernel.ts";
import { type QuantisedQuery, quantiseQuery, similarityError } from "./quantise.ts";
import type { StoredRows } from "./stored-rows.ts";
import { GreatestValues, kthGreatest } from "./top-owners.ts";

/** Rows that one call of the kernel takes: their results stay in the cache. */
const rowsPerCall = 1024;
/** Rows of the first call. Without a threshold yet, all of them come back. */
const firstRows = 128;
/** An approximate search looks into this many parts at least ... */
const leastParts = 24;
/** ... and this many times as many as it needed to find the nearest that it knows. */
const patience = 6;
/** A similarity rounded to float32 is nearer than this to the similarity. */
const float32Step = 1e-7;

/** A row that may be one of the nearest, with its similarity by int8 codes. */
interface Found {
  readonly row: number;
  readonly similarity: number;
}

export interface CandidateRequest {
  readonly k: number;
  readonly approximate: boolean;
}

/** Runs the kernel over rows, through a scratch area at the start of its memory, with a threshold that rises. */
export class RowSearch {
  readonly #kernel: ScanKernel;
  readonly #rows: StoredRows;
  readonly #paddedDimensions: number;
  readonly #list: number;
  readonly #out: number;
  #compared = 0;
  #views: Scratch | undefined;

  constructor(kernel: ScanKernel, rows: StoredRows, paddedDimensions: number) {
    this.#kernel = kernel;
    this.#rows = rows;
    this.#paddedDimensions = paddedDimensions;
    this.#list = queriesPerPass * paddedDimensions * 2;
    this.#out = this.#list + rowsPerCall * 4;
  }

  /** How many rows were compared in all. */
  get compared(): number {
    return this.#compared;
  }

  /**
   * The owners of the given rows that can be among the first k by their float vectors: whose greatest possible similarity
   * reaches the k-th least possible one.
   *
   * @param parts of the rows. An approximate search takes the most promising ones first, and no more once many have
   * brought nothing.
   */
  candidates(
    query: Float32Array,
    parts: Iterable<Uint32Array>,
    { k, approximate }: CandidateRequest,
  ): number[] {
    const quantised = quantiseQuery(query, this.#paddedDimensions);
    const errorFor = similarityError(quantised);
    const { codes, owners } = this.#rows;
    const least = new Map<number, number>();
    const most = new Map<number, number>();
    // Among so many rows there are k owners.
    const nearest = new NearestRows(k * owners.mostRows, 2 * errorFor(codes.greatestError));
    this.#scan(quantised, parts, nearest, approximate);
    for (const { row, similarity } of nearest.rows) {
      const [owner, error] = [owners.ownerOf[row] ?? 0, errorFor(codes.errorOf(row))];
      raise(least, owner, similarity - error);
      raise(most, owner, similarity + error);
    }
    const threshold = kthGreatest(k, Float32Array.from(least.values())) - float32Step;
    return [...most].filter(([, similarity]) => similarity >= threshold).map(([owner]) => owner);
  }

  /** The greatest dot product of a query with each of some sets of float vectors, in double precision. */
  similarities(query: Float32Array, sets: readonly (readonly Float32Array[])[]): number[] {
    const size = this.#paddedDimensions;
    const [left, right] = [0, 4 * size].map((start) => new Float32Array(this.#kernel.buffer, start, size));
    left?.fill(0).set(query);
    right?.fill(0);
    return sets.map((vectors) => {
      let best = Number.NEGATIVE_INFINITY;
      for (const vector of vectors) {
        right?.set(vector);
        best = Math.max(best, this.#kernel.dotFloat(0, 4 * size, size));
      }
      return best;
    });
  }

  #scan(
    query: QuantisedQuery,
    parts: Iterable<Uint32Array>,
    nearest: NearestRows,
    approximate: boolean,
  ): void {
    new Int16Array(this.#kernel.buffer, 0, this.#paddedDimensions).set(query.codes);
    let [scanned, needed] = [0, 0];
    for (const rows of parts) {
      scanned += 1;
      if (this.#scanPart(query, rows, nearest)) needed = scanned;
      if (approximate && scanned >= Math.max(leastParts, patience * needed)) return;
    }
  }

  /** @returns whether one of the rows is among the nearest so far. */
  #scanPart(query: QuantisedQuery, rows: Uint32Array, nearest: NearestRows): boolean {
    let found = false;
    for (let from = 0; from < rows.length; ) {
      const some = rows.subarray(
        from,
        from + (nearest.least === Number.NEGATIVE_INFINITY ? firstRows : rowsPerCall),
      );
      found = this.#select(query, some, nearest) || found;
      from += some.length;
    }
    return found;
  }

  #select({ scale }: QuantisedQuery, rows: Uint32Array, nearest: NearestRows): boolean {
    const { list, positions, products } = this.#scratch();
    const { length } = rows;
    this.#compared += length;
    this.#rows.codes.writeAddresses(rows, list);
    const least = nearest.least / scale;
    const count = this.#kernel.selectRows(this.#list, length, this.#paddedDimensions, 0, least, this.#out);
    let found = false;
    for (let index = 0; index < 2 * count; index += 2) {
      const row = rows[positions[index] ?? 0] ?? 0;
      found = nearest.offer(row, (products[index + 1] ?? 0) * scale) || found;
    }
    return found;
  }

  /** The views, made anew when the memory has grown. */
  #scratch(): Scratch {
    const { buffer } = this.#kernel;
    if (this.#views?.buffer === buffer) return this.#views;
    this.#views = {
      buffer,
      list: new Uint32Array(buffer, this.#list, rowsPerCall),
      positions: new Uint32Array(buffer, this.#out, 2 * rowsPerCall),
      products: new Float32Array(buffer, this.#out, 2 * rowsPerCall),
    };
    return this.#views;
  }
}

/** Views of what lies at the start of the memory. */
interface Scratch {
  readonly buffer: ArrayBufferLike;
  readonly list: Uint32Array;
  /** Of selected rows, each second one: their positions in the list, and their products. */
  readonly positions: Uint32Array;
  readonly products: Float32Array;
}

/** The rows whose similarity is at most `margin` below the k-th greatest. */
class NearestRows {
  readonly #greatest: GreatestValues;
  readonly #margin: number;
  readonly #rows: Found[] = [];

  constructor(k: number, margin: number) {
    this.#greatest = new GreatestValues(k);
    this.#margin = margin;
  }

  /** The similarity below which a row is not one of these. */
  get least(): number {
    return this.#greatest.least - this.#margin;
  }

  get rows(): Found[] {
    return this.#rows.filter(({ similarity }) => similarity >= this.least);
  }

  /** @returns whether the row is among the first k so far. */
  offer(row: number, similarity: number): boolean {
    this.#rows.push({ row, similarity });
    return this.#greatest.offer(similarity);
  }
}

function raise(values: Map<number, number>, owner: number, value: number): void {
  if (value > (values.get(owner) ?? Number.NEGATIVE_INFINITY)) values.set(owner, value);
}
