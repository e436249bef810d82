import { JobbmatchError } from "@jobbmatch/shared";
import { grownTo } from "../columns/grown-to.ts";
import type { Row } from "../vector-index/vector-store.ts";
import { RecordBytes, type WrittenRecord } from "./record-bytes.ts";
import { RowLists } from "./row-lists.ts";
import { SlotTable } from "./slot-table.ts";
import type { ReadStoreImage, StoreImage } from "./store-image.ts";

/** What is known of a record without reading it. */
export interface RecordHead {
  readonly id: string;
  readonly version: number;
}

/** Records of one kind: each has a slot, its version, its JSON text, and the rows of its vectors. */
export class RecordTable {
  readonly #slots = new SlotTable();
  readonly #records = new RecordBytes();
  readonly #rows = new RowLists();
  /** By slot; NaN where an older snapshot does not tell. */
  #versions = new Float64Array(0);

  get size(): number {
    return this.#slots.size;
  }

  slotOf(id: string): number | undefined {
    return this.#slots.slotOf(id);
  }

  idOf(slot: number): string | undefined {
    return this.#slots.idOf(slot);
  }

  /** The version of the record in a slot that is in use. */
  versionAt(slot: number): number {
    const known = this.#versions[slot] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    // It was checked before it was written.
    return (this.record(slot) as RecordHead).version;
  }

  /** The slot that the record has or will get by `enter`. */
  nextSlotFor(id: string): number {
    return this.#slots.nextSlotFor(id);
  }

  /** The ids of all records, in the order in which they came. */
  *ids(): IterableIterator<string> {
    for (const [id] of this.#slots.entries()) yield id;
  }

  /** Slots in use, in the order in which their records came. */
  *slots(): IterableIterator<number> {
    for (const [, slot] of this.#slots.entries()) yield slot;
  }

  /** The record in a slot, parsed anew; `undefined` where there is none. */
  record(slot: number): unknown {
    return this.#records.get(slot);
  }

  /** As `record`, of what is in the slot now, but parsed when it is asked for. */
  recordLater(slot: number): () => unknown {
    return this.#records.getLater(slot);
  }

  /** The rows of a slot's vectors: a view, valid until the next change. */
  rows(slot: number): Uint32Array {
    return this.#rows.get(slot);
  }

  /** Writes a record down, to be entered or discarded. @throws JobbmatchError `indexFull`. */
  write(record: object): WrittenRecord {
    return this.#records.write(record);
  }

  discard(written: WrittenRecord): void {
    this.#records.discard(written);
  }

  /** Puts a written record in place of an older one with that id. @returns its slot. */
  enter({ id, version }: RecordHead, written: WrittenRecord, rows: readonly Row[]): number {
    const slot = this.#slots.enter(id);
    this.#versions = grownTo(this.#versions, slot + 1, Number.NaN);
    this.#versions[slot] = version;
    this.#records.place(slot, written);
    this.#rows.set(slot, rows);
    return slot;
  }

  remove(id: string): void {
    const slot = this.#slots.slotOf(id);
    if (slot === undefined) return;
    this.#slots.remove(id);
    this.#records.remove(slot);
    this.#rows.remove(slot);
  }

  /**
   * What is stored at this moment. `rowInImage` tells the number that each row of a vector has there.
   *
   * @param hasRecords whether the records themselves are in it.
   */
  beginImage(rowInImage: Uint32Array, hasRecords = true): StoreImage {
    const ids = [...this.#slots.entries()];
    const { lengths, records } = this.#records.beginImage(this.#slots.end, hasRecords);
    const { counts, rows } = this.#rows.image(this.#slots.end, rowInImage);
    const slots = Uint32Array.from(ids, ([, slot]) => slot);
    return {
      json: ids.map(([id]) => id),
      arrays: { slots, lengths, counts, rows, versions: this.#versions.slice(0, this.#slots.end) },
      streams: { records },
    };
  }

  endImage(): void {
    this.#records.endImage();
  }

  /**
   * Takes on what an image holds; to be called on a new table.
   *
   * @throws JobbmatchError `snapshotDamaged` when something is missing.
   */
  restore({ json, arrays, sections }: ReadStoreImage): void {
    const { slots, lengths, counts, rows, versions } = arrays;
    const { records } = sections;
    const isWhole =
      Array.isArray(json) &&
      slots instanceof Uint32Array &&
      lengths instanceof Uint32Array &&
      counts instanceof Uint16Array &&
      rows instanceof Uint32Array &&
      records !== undefined;
    if (!isWhole) {
      throw new JobbmatchError({ code: "snapshotDamaged", message: "the snapshot lacks records" });
    }
    this.#slots.restore(json.map(String), slots);
    this.#records.restore(lengths, records);
    this.#rows.restore({ counts, rows });
    this.#versions = versions instanceof Float64Array ? versions.slice() : new Float64Array(0);
  }

  close(): void {
    this.#records.close();
  }
}
