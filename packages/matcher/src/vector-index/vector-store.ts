import type { ColumnImage } from "../columns/column-image.ts";
import { ByteStore, type FileSection } from "../storage/byte-store.ts";
import { checkUnitVector, dot } from "./check-vector.ts";
import { runsOf } from "./runs-of.ts";
import { SimilarityIntervals } from "./similarity-intervals.ts";
import { TextIndex } from "./text-index.ts";
import { type Row, TextTable, type TextTableImage } from "./text-table.ts";

export type { Row } from "./text-table.ts";

/** A text's hash, and its vector, which is asked for where the text is not stored yet. */
export interface HashedVector {
  readonly hash: string;
  readonly vector: () => Float32Array;
}

/** The state of a store at one moment. */
export interface VectorStoreImage {
  readonly texts: TextTableImage;
  readonly index: ColumnImage;
  /** For each row of the store its number in the image; meaningless for rows that were not in use. */
  readonly rowInImage: Uint32Array;
  /** The vectors in the order of the image's rows, many at a time. May be read until `endImage`. */
  readonly vectors: Iterable<Uint8Array>;
}

/** Rows that stay in memory when they were read: 4 MiB of 256-d vectors. Many people share the texts of skills and wishes. */
const recentRows = 4096;

/** Rows that are read together for an image. */
const rowsAtOnce = 1024;

/**
 * The vectors of all texts in use, each text once: a thousand people who write "städare" share one row. Rows are counted by
 * reference and reused when the last one lets go. Their int8 codes are in memory, for comparing many. Only the last
 * comparison of a search reads them in float32, so these lie in a snapshot and in a temporary file; 4 MiB of new ones
 * stay in memory.
 */
export class VectorStore {
  readonly dimensions: number;
  /** The vectors as int8. */
  readonly index: TextIndex;
  /** What is known of similarities to the query that is being answered. */
  readonly intervals: SimilarityIntervals;
  readonly #rowBytes: number;
  readonly #texts = new TextTable();
  #bytes: ByteStore;
  /** Rows that lie in the snapshot, which are never written. */
  #fixedRows = 0;
  /** Rows that were read lately, each in the place that its number leads to. */
  #recent: Float32Array = new Float32Array(0);
  /** The row + 1 in each place of `recent`; 0 for none. */
  readonly #recentRows = new Uint32Array(recentRows);

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.index = new TextIndex(dimensions);
    this.intervals = new SimilarityIntervals(this.index);
    this.#rowBytes = dimensions * 4;
    this.#bytes = new ByteStore();
  }

  /** How many different texts are stored. */
  get size(): number {
    return this.#texts.size;
  }

  /** Whether the text with that hash is stored. */
  holds(hash: string): boolean {
    return this.#texts.find(hash) !== -1;
  }

  /**
   * Stores the vectors of texts, or counts one more reference to those that are there. All or none.
   *
   * @returns the row of each text, in order.
   * @throws JobbmatchError `invalidVector` when a vector that is not stored yet is neither zero nor of length 1, of other dimensions or not
   * finite; `indexFull`.
   */
  acquire(texts: readonly HashedVector[]): Row[] {
    const lacking = new Map<string, Float32Array>();
    for (const { hash, vector } of texts) if (!this.holds(hash)) lacking.set(hash, this.#checked(vector()));
    const rows: Row[] = [];
    try {
      for (const { hash } of texts) rows.push(this.#acquireOne(hash, lacking));
    } catch (error) {
      for (const row of rows) this.release(row);
      throw error;
    }
    return rows;
  }

  release(row: Row): void {
    this.#texts.release(row, this.#fixedRows);
  }

  /** A copy of the vector in a row. */
  vector(row: Row): Float32Array {
    return this.#read(row).slice();
  }

  /** The dot product of a query and a stored vector: their cosine, since both have length 1. */
  similarity(query: Float32Array, row: Row): number {
    return dot(query, this.#read(row));
  }

  /** What is stored at this moment. Rows stay as they are until `endImage`, whatever is acquired and released. */
  beginImage(): VectorStoreImage {
    this.#texts.releases.beginReading();
    const rows = this.#texts.rows();
    const rowInImage = new Uint32Array(this.#texts.end);
    for (let index = 0; index < rows.length; index++) rowInImage[rows[index] ?? 0] = index;
    const index = this.index.image(rows);
    return { texts: this.#texts.image(rows), index, rowInImage, vectors: this.#readMany(rows) };
  }

  endImage(): void {
    this.#texts.releases.endReading();
  }

  /**
   * Takes on what an image holds, whose vectors are read in place; to be called on a new store.
   *
   * @returns whether it could.
   */
  restore(texts: TextTableImage, index: ColumnImage, vectors: FileSection): boolean {
    if (!this.index.restore(index)) return false;
    this.#texts.restore(texts);
    this.#fixedRows = texts.references.length;
    this.#bytes = new ByteStore(vectors);
    return true;
  }

  close(): void {
    this.#bytes.close();
  }

  #checked(vector: Float32Array): Float32Array {
    if (!isZero(vector, this.dimensions)) checkUnitVector(vector, this.dimensions);
    return vector;
  }

  /** @param lacking the vectors of texts that are not stored yet. */
  #acquireOne(hash: string, lacking: ReadonlyMap<string, Float32Array>): Row {
    const known = this.#texts.find(hash);
    const vector = lacking.get(hash);
    if (known !== -1 || vector === undefined) {
      this.#texts.retain(known);
      return known;
    }
    const row = this.#texts.add(hash);
    try {
      this.index.put(row, vector);
      if (this.#recentRows[row % recentRows] === row + 1) this.#recentRows[row % recentRows] = 0;
      this.#bytes.write(row * this.#rowBytes, bytesOf(vector));
    } catch (error) {
      this.release(row);
      throw error;
    }
    return row;
  }

  /** The vector in a row: a view, valid until the next one is read. */
  #read(row: Row): Float32Array {
    if (this.#recent.length === 0) this.#recent = new Float32Array(recentRows * this.dimensions);
    const place = row % recentRows;
    const vector = this.#recent.subarray(place * this.dimensions, (place + 1) * this.dimensions);
    if (this.#recentRows[place] === row + 1) return vector;
    this.#recentRows[place] = 0;
    this.#bytes.read(row * this.#rowBytes, bytesOf(vector));
    this.#recentRows[place] = row + 1;
    return vector;
  }

  *#readMany(rows: Uint32Array): Iterable<Uint8Array> {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const some = rows.subarray(start, start + rowsAtOnce);
      const bytes = new Uint8Array(some.length * this.#rowBytes);
      for (const run of runsOf(some)) {
        const target = bytes.subarray(run.index * this.#rowBytes, (run.index + run.length) * this.#rowBytes);
        this.#bytes.read(run.row * this.#rowBytes, target);
      }
      yield bytes;
    }
  }
}

/** A text without a known word has a vector of zeros: it is similar to nothing. */
function isZero(vector: Float32Array, dimensions: number): boolean {
  if (vector.length !== dimensions) return false;
  for (let index = 0; index < dimensions; index++) if (vector[index] !== 0) return false;
  return true;
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
