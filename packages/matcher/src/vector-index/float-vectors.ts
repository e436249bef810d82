import { OwnerBlocks } from "./owner-blocks.ts";
import type { OwnerVectors } from "./vector-index.ts";

/** Keeps the owners' vectors as they came, in float32: the last step of an exact search compares with these. */
export interface FloatVectors {
  put(owner: number, vectors: OwnerVectors): void;
  remove(owner: number): void;
  /** The vectors as they were put, valid until the next change, or nothing for an owner that is not there. */
  read(owner: number): OwnerVectors | undefined;
  close(): void;
}

/** Rows that lie in one array: so many that a million vectors are few objects to the garbage collector. */
const rowsPerArray = 1024;

/** Float vectors in memory: 4 bytes for each element. */
export class MemoryFloatVectors implements FloatVectors {
  readonly #blocks = new OwnerBlocks();
  #arrays: Float32Array[] = [];
  #dimensions = 0;

  put(owner: number, { background, wish }: OwnerVectors): void {
    const rows = [...background, ...wish];
    this.#dimensions = rows[0]?.length ?? this.#dimensions;
    const first = this.#blocks.allocate(rows.length);
    for (const [index, row] of rows.entries()) this.#row(first + index).set(row);
    this.#blocks.assign(owner, { first, background: background.length, wish: wish.length });
  }

  remove(owner: number): void {
    this.#blocks.remove(owner);
  }

  read(owner: number): OwnerVectors | undefined {
    const block = this.#blocks.get(owner);
    if (block === undefined) return undefined;
    const { first, background, wish } = block;
    return { background: this.#rows(first, background), wish: this.#rows(first + background, wish) };
  }

  close(): void {
    this.#arrays = [];
  }

  #rows(first: number, count: number): Float32Array[] {
    return Array.from({ length: count }, (_, index) => this.#row(first + index));
  }

  /** A view of a row. */
  #row(row: number): Float32Array {
    const index = Math.floor(row / rowsPerArray);
    while (this.#arrays.length <= index) {
      this.#arrays.push(new Float32Array(rowsPerArray * this.#dimensions));
    }
    const start = (row % rowsPerArray) * this.#dimensions;
    return this.#arrays[index]?.subarray(start, start + this.#dimensions) ?? new Float32Array(0);
  }
}
