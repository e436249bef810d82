import { ByteStore, type FileSection } from "../storage/byte-store.ts";
import { DeferredReleases } from "../storage/deferred-releases.ts";
import { BlockAllocator } from "../vector-index/block-allocator.ts";
import { grown } from "../vector-index/grown.ts";

/** Records lie at multiples of this, so that 32 bits address 256 GiB and freed room fits many later records. */
const unitBytes = 64;

/** Where a record was written. */
export interface WrittenRecord {
  /** Counted from the first that can be written. */
  readonly unit: number;
  /** In bytes. */
  readonly length: number;
}

/** The state of a store at one moment. */
export interface RecordBytesImage {
  /** Bytes of each slot's record; 0 for none. */
  readonly lengths: Uint32Array;
  /** The records in the order of the slots, each filled up to a multiple of 64 bytes. May be read until `endImage`. */
  readonly records: Iterable<Uint8Array>;
}

/** Records by slot as JSON text: what few ever look at takes 8 bytes of memory, and the rest lies in files. */
export class RecordBytes {
  #starts = new Uint32Array(64);
  #lengths = new Uint32Array(64);
  /** Counts in units, from the first that can be written. */
  readonly #allocator = new BlockAllocator(0);
  readonly #releases = new DeferredReleases();
  #bytes = new ByteStore();
  #firstUnit = 0;

  /** The record in a slot as it was written; `undefined` where there is none. */
  get(slot: number): unknown {
    return this.getLater(slot)();
  }

  /** As `get`, of what is in the slot now, but parsed when it is asked for, each time anew. */
  getLater(slot: number): () => unknown {
    const length = this.#lengths[slot] ?? 0;
    if (length === 0) return () => undefined;
    const bytes = Buffer.allocUnsafe(length);
    this.#bytes.read((this.#starts[slot] ?? 0) * unitBytes, bytes);
    return () => JSON.parse(bytes.toString("utf8"));
  }

  /**
   * Writes plain data down, to be placed into a slot or discarded.
   *
   * @throws JobbmatchError `indexFull`; nothing is changed then.
   */
  write(record: object): WrittenRecord {
    const bytes = Buffer.from(JSON.stringify(record));
    const unit = this.#allocator.allocate(unitsOf(bytes.length));
    const written = { unit, length: bytes.length };
    try {
      this.#bytes.write((this.#firstUnit + unit) * unitBytes, bytes);
    } catch (error) {
      this.discard(written);
      throw error;
    }
    return written;
  }

  /** Lets go of what was written and not placed. */
  discard({ unit, length }: WrittenRecord): void {
    this.#allocator.release(unit, unitsOf(length));
  }

  /** Puts what was written in place of what is in the slot. */
  place(slot: number, { unit, length }: WrittenRecord): void {
    this.remove(slot);
    this.#starts = grown(this.#starts, slot + 1);
    this.#lengths = grown(this.#lengths, slot + 1);
    this.#starts[slot] = this.#firstUnit + unit;
    this.#lengths[slot] = length;
  }

  remove(slot: number): void {
    const length = this.#lengths[slot] ?? 0;
    if (length === 0) return;
    this.#lengths[slot] = 0;
    const unit = (this.#starts[slot] ?? 0) - this.#firstUnit;
    if (unit >= 0) this.#releases.release(() => this.discard({ unit, length }));
  }

  /**
   * What is stored at this moment in the slots before `end`. Records stay as they are until `endImage`.
   *
   * @param hasRecords `false` for no record at all, as if nothing had been written.
   */
  beginImage(end: number, hasRecords: boolean): RecordBytesImage {
    this.#releases.beginReading();
    const lengths = new Uint32Array(end);
    if (hasRecords) lengths.set(this.#lengths.subarray(0, end));
    return { lengths, records: this.#readAll(lengths, this.#starts.slice(0, end)) };
  }

  endImage(): void {
    this.#releases.endReading();
  }

  /** Takes on what an image holds, whose records are read in place; to be called on a new store. */
  restore(lengths: Uint32Array, records: FileSection): void {
    this.#lengths = lengths.slice();
    this.#starts = new Uint32Array(lengths.length);
    this.#bytes = new ByteStore(records);
    for (let slot = 0; slot < lengths.length; slot++) {
      this.#starts[slot] = this.#firstUnit;
      this.#firstUnit += unitsOf(lengths[slot] ?? 0);
    }
  }

  close(): void {
    this.#bytes.close();
  }

  *#readAll(lengths: Uint32Array, starts: Uint32Array): Iterable<Uint8Array> {
    for (let slot = 0; slot < lengths.length; slot++) {
      const length = lengths[slot] ?? 0;
      if (length === 0) continue;
      const bytes = new Uint8Array(unitsOf(length) * unitBytes);
      this.#bytes.read((starts[slot] ?? 0) * unitBytes, bytes.subarray(0, length));
      yield bytes;
    }
  }
}

function unitsOf(bytes: number): number {
  return Math.ceil(bytes / unitBytes);
}
