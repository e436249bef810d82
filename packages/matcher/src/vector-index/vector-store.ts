import { ByteStore, type FileSection } from "../storage/byte-store.ts";
import { invalidVector } from "./check-vector.ts";
import { type Row, TextTable, type TextTableImage } from "./text-table.ts";

export type { Row } from "./text-table.ts";

/** A text's hash with its vector. */
export interface HashedVector {
  readonly hash: string;
  readonly vector: Float32Array;
}

/** The state of a store at one moment. */
export interface VectorStoreImage {
  readonly texts: TextTableImage;
  /** For each row of the store its number in the image; meaningless for rows that were not in use. */
  readonly rowInImage: Uint32Array;
  /** The vectors in the order of the image's rows, many at a time. May be read until `endImage`. */
  readonly vectors: Iterable<Uint8Array>;
}

/** Rows that are read together for an image. */
const rowsAtOnce = 1024;

/**
 * The vectors of all texts in use, in float32, each text once: a thousand people who write "städare" share one row. Rows
 * are counted by reference and reused when the last one lets go. Only the last comparison of a search reads them, so
 * they lie in a snapshot and in a temporary file; 16 MiB of new ones stay in memory.
 */
export class VectorStore {
  readonly dimensions: number;
  readonly #rowBytes: number;
  readonly #texts = new TextTable();
  #bytes: ByteStore;
  /** Rows that lie in the snapshot, which are never written. */
  #fixedRows = 0;
  /** The row that was read last; copied out before it is given away. */
  readonly #scratch: Float32Array;

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#rowBytes = dimensions * 4;
    this.#bytes = new ByteStore();
    this.#scratch = new Float32Array(dimensions);
  }

  /** How many different texts are stored. */
  get size(): number {
    return this.#texts.size;
  }

  /**
   * Stores the vectors of texts, or counts one more reference to those that are there. All or none.
   *
   * @returns the row of each text, in order.
   * @throws JobbmatchError `invalidVector` when a vector is of the wrong length or not finite; `indexFull`.
   */
  acquire(texts: readonly HashedVector[]): Row[] {
    for (const { vector } of texts) this.#check(vector);
    const rows: Row[] = [];
    try {
      for (const text of texts) rows.push(this.#acquireOne(text));
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
    const vector = this.#read(row);
    let sum = 0;
    for (let index = 0; index < vector.length; index++) sum += (query[index] ?? 0) * (vector[index] ?? 0);
    return sum;
  }

  /** What is stored at this moment. Rows stay as they are until `endImage`, whatever is acquired and released. */
  beginImage(): VectorStoreImage {
    this.#texts.releases.beginReading();
    const rows = this.#texts.rows();
    const rowInImage = new Uint32Array(this.#texts.end);
    for (let index = 0; index < rows.length; index++) rowInImage[rows[index] ?? 0] = index;
    return { texts: this.#texts.image(rows), rowInImage, vectors: this.#readMany(rows) };
  }

  endImage(): void {
    this.#texts.releases.endReading();
  }

  /** Takes on what an image holds, whose vectors are read in place; to be called on a new store. */
  restore(texts: TextTableImage, vectors: FileSection): void {
    this.#texts.restore(texts);
    this.#fixedRows = texts.references.length;
    this.#bytes = new ByteStore(vectors);
  }

  close(): void {
    this.#bytes.close();
  }

  #acquireOne({ hash, vector }: HashedVector): Row {
    const known = this.#texts.find(hash);
    if (known !== -1) {
      this.#texts.retain(known);
      return known;
    }
    const row = this.#texts.add(hash);
    try {
      this.#bytes.write(row * this.#rowBytes, bytesOf(vector));
    } catch (error) {
      this.release(row);
      throw error;
    }
    return row;
  }

  /** The vector in a row: valid until the next one is read. */
  #read(row: Row): Float32Array {
    this.#bytes.read(row * this.#rowBytes, bytesOf(this.#scratch));
    return this.#scratch;
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

  #check(vector: Float32Array): void {
    if (vector.length !== this.dimensions) {
      throw invalidVector(`a vector has ${vector.length} dimensions, the index has ${this.dimensions}`);
    }
    for (let index = 0; index < vector.length; index++) {
      if (!Number.isFinite(vector[index])) throw invalidVector("a vector holds a value that is not finite");
    }
  }
}

/** Consecutive rows, which are read at once. */
interface Run {
  /** Position of the first among the rows asked for. */
  readonly index: number;
  readonly row: Row;
  readonly length: number;
}

function* runsOf(rows: Uint32Array): Iterable<Run> {
  for (let index = 0; index < rows.length; ) {
    const row = rows[index] ?? 0;
    let length = 1;
    while (rows[index + length] === row + length) length += 1;
    yield { index, row, length };
    index += length;
  }
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
