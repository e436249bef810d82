import { BlockAllocator } from "../vector-index/block-allocator.ts";
import { grown } from "../vector-index/grown.ts";
import type { Row } from "../vector-index/vector-store.ts";

/** Lists of rows by slot; the lists lie one after the other in the order of the slots. */
export interface RowListsImage {
  readonly counts: Uint16Array;
  readonly rows: Uint32Array;
}

/** A list of rows of vectors for each slot, in typed arrays: 6 bytes a slot and 4 a row. */
export class RowLists {
  #starts = new Uint32Array(64);
  #counts = new Uint16Array(64);
  #rows = new Uint32Array(256);
  readonly #allocator = new BlockAllocator(0);

  /** The rows in a slot: a view, valid until the next change. */
  get(slot: number): Uint32Array {
    const start = this.#starts[slot] ?? 0;
    return this.#rows.subarray(start, start + (this.#counts[slot] ?? 0));
  }

  set(slot: number, rows: readonly Row[]): void {
    this.remove(slot);
    this.#starts = grown(this.#starts, slot + 1);
    this.#counts = grown(this.#counts, slot + 1);
    const start = this.#allocator.allocate(rows.length);
    this.#rows = grown(this.#rows, this.#allocator.end);
    this.#rows.set(rows, start);
    this.#starts[slot] = start;
    this.#counts[slot] = rows.length;
  }

  remove(slot: number): void {
    const count = this.#counts[slot] ?? 0;
    if (count === 0) return;
    this.#allocator.release(this.#starts[slot] ?? 0, count);
    this.#counts[slot] = 0;
  }

  /** The lists of the slots before `end`, with each row replaced by its number in `rowInImage`. */
  image(end: number, rowInImage: Uint32Array): RowListsImage {
    const counts = new Uint16Array(end);
    counts.set(this.#counts.subarray(0, end));
    const rows = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
    let filled = 0;
    for (let slot = 0; slot < end; slot++) {
      const start = this.#starts[slot] ?? 0;
      const until = start + (counts[slot] ?? 0);
      for (let at = start; at < until; at++) rows[filled++] = rowInImage[this.#rows[at] ?? 0] ?? 0;
    }
    return { counts, rows };
  }

  /** Takes on what an image holds; to be called on new lists. */
  restore({ counts, rows }: RowListsImage): void {
    this.#counts = counts.slice();
    this.#rows = rows.slice();
    this.#starts = new Uint32Array(counts.length);
    for (let slot = 0; slot < counts.length; slot++) {
      this.#starts[slot] = this.#allocator.allocate(counts[slot] ?? 0);
    }
  }
}
