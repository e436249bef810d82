/**
 * Hands out blocks of an address space and takes them back. A freed block is used again for one of the same size: an
 * owner's blocks come in few sizes, one for each number of rows. Adjacent free blocks are not joined.
 */
export class BlockAllocator {
  readonly #start: number;
  #end: number;
  #freeBytes = 0;
  readonly #free = new Map<number, number[]>();

  constructor(start: number) {
    this.#start = start;
    this.#end = start;
  }

  /** The first address after all blocks. */
  get end(): number {
    return this.#end;
  }

  /** Bytes between the first and the last block that no block uses. */
  get freeBytes(): number {
    return this.#freeBytes;
  }

  get usedBytes(): number {
    return this.#end - this.#start - this.#freeBytes;
  }

  allocate(bytes: number): number {
    const reused = this.#free.get(bytes)?.pop();
    if (reused !== undefined) {
      this.#freeBytes -= bytes;
      return reused;
    }
    const address = this.#end;
    this.#end += bytes;
    return address;
  }

  release(address: number, bytes: number): void {
    const same = this.#free.get(bytes);
    if (same === undefined) this.#free.set(bytes, [address]);
    else same.push(address);
    this.#freeBytes += bytes;
  }

  /** Forgets all blocks. */
  clear(): void {
    this.#end = this.#start;
    this.#freeBytes = 0;
    this.#free.clear();
  }
}
