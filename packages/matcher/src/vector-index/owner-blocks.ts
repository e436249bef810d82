import { BlockAllocator } from "./block-allocator.ts";
import { grown } from "./grown.ts";

/** Rows that lie one after the other: background first, then wishes. */
export interface OwnerBlock {
  readonly first: number;
  readonly background: number;
  readonly wish: number;
}

/** Which rows of a matrix belong to which owner: 6 bytes an owner. */
export class OwnerBlocks {
  readonly #rows = new BlockAllocator(0);
  /** The row after each owner's first row; 0 for no owner. */
  #firstRows = new Uint32Array(64);
  /** The number of background vectors, plus 256 × the number of wishes. */
  #counts = new Uint16Array(64);

  /** Rows that belong to nobody yet. @returns the first. */
  allocate(rows: number): number {
    return this.#rows.allocate(rows);
  }

  /** Takes back rows that were not given to an owner. */
  release(first: number, rows: number): void {
    this.#rows.release(first, rows);
  }

  /** Gives allocated rows to an owner, in place of those that it had. */
  assign(owner: number, { first, background, wish }: OwnerBlock): void {
    this.remove(owner);
    this.#firstRows = grown(this.#firstRows, owner + 1);
    this.#counts = grown(this.#counts, owner + 1);
    this.#firstRows[owner] = first + 1;
    this.#counts[owner] = background + 256 * wish;
  }

  remove(owner: number): void {
    const block = this.get(owner);
    if (block === undefined) return;
    this.#rows.release(block.first, block.background + block.wish);
    this.#firstRows[owner] = 0;
  }

  get(owner: number): OwnerBlock | undefined {
    const first = (this.#firstRows[owner] ?? 0) - 1;
    if (first < 0) return undefined;
    const counts = this.#counts[owner] ?? 0;
    return { first, background: counts & 255, wish: counts >>> 8 };
  }
}
