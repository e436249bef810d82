import { invalidVector } from "./check-vector.ts";

/** A vector's place in the store. */
export type Row = number;

interface StoredText {
  readonly row: Row;
  references: number;
}

/**
 * The vectors of all texts in use, each text once: a thousand people who write "städare" share one row. Rows are
 * counted by reference and reused when the last one lets go.
 */
export class VectorStore {
  readonly dimensions: number;
  #matrix: Float32Array;
  readonly #texts = new Map<string, StoredText>();
  readonly #hashOfRow: (string | undefined)[] = [];
  readonly #freeRows: Row[] = [];

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#matrix = new Float32Array(64 * dimensions);
  }

  /** How many different texts are stored. */
  get size(): number {
    return this.#texts.size;
  }

  /**
   * Stores the vectors of texts, by hash, or counts one more reference to those that are there. All or none.
   *
   * @returns the row of each text, in order.
   * @throws JobbmatchError `invalidVector` when a vector is missing, of the wrong length or not finite.
   */
  acquire(hashes: readonly string[], vectors: ReadonlyMap<string, Float32Array>): Row[] {
    const checked = hashes.map((hash) => [hash, this.#check(vectors.get(hash))] as const);
    return checked.map(([hash, vector]) => this.#acquireOne(hash, vector));
  }

  #acquireOne(hash: string, vector: Float32Array): Row {
    const known = this.#texts.get(hash);
    if (known !== undefined) {
      known.references += 1;
      return known.row;
    }
    const row = this.#freeRows.pop() ?? this.#hashOfRow.length;
    this.#hashOfRow[row] = hash;
    this.#reserve(row + 1);
    this.#matrix.set(vector, row * this.dimensions);
    this.#texts.set(hash, { row, references: 1 });
    return row;
  }

  release(row: Row): void {
    const hash = this.#hashOfRow[row];
    const text = hash === undefined ? undefined : this.#texts.get(hash);
    if (hash === undefined || text === undefined) return;
    text.references -= 1;
    if (text.references > 0) return;
    this.#texts.delete(hash);
    this.#hashOfRow[row] = undefined;
    this.#freeRows.push(row);
  }

  /** The vector in a row: a view, valid until the next `acquire`. */
  vector(row: Row): Float32Array {
    return this.#matrix.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }

  /** The dot product of a query and a stored vector: their cosine, since both have length 1. */
  similarity(query: Float32Array, row: Row): number {
    const start = row * this.dimensions;
    let sum = 0;
    for (let index = 0; index < this.dimensions; index++) {
      sum += (query[index] ?? 0) * (this.#matrix[start + index] ?? 0);
    }
    return sum;
  }

  /** All texts' hashes with copies of their vectors, for a snapshot: rows may be used anew while it is written. */
  *entries(): IterableIterator<readonly [hash: string, vector: Float32Array]> {
    for (const [hash, { row }] of this.#texts) yield [hash, this.vector(row).slice()];
  }

  #check(vector: Float32Array = new Float32Array()): Float32Array {
    if (vector.length !== this.dimensions) {
      throw invalidVector(`a vector has ${vector.length} dimensions, the index has ${this.dimensions}`);
    }
    if (!isFiniteVector(vector)) throw invalidVector("a vector holds a value that is not finite");
    return vector;
  }

  #reserve(rows: number): void {
    const needed = rows * this.dimensions;
    if (needed <= this.#matrix.length) return;
    const grown = new Float32Array(Math.max(needed, this.#matrix.length * 2));
    grown.set(this.#matrix);
    this.#matrix = grown;
  }
}

/** Not with `every`, which takes ten times as long. */
function isFiniteVector(vector: Float32Array): boolean {
  for (let index = 0; index < vector.length; index++) {
    if (!Number.isFinite(vector[index])) return false;
  }
  return true;
}
