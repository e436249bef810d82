import { JobbmatchError } from "@jobbmatch/shared";
import { BlockAllocator } from "./block-allocator.ts";
import { grown } from "./grown.ts";
import { blockBytes, firstRowOffset, maximumRows, type ScanKernel } from "./kernel/scan-kernel.ts";
import { checkOwner } from "./owner.ts";
import { quantiseRow } from "./quantise.ts";
import type { OwnerBits, OwnerVectors } from "./vector-index.ts";

/** Free bytes that are never worth a compaction. */
const toleratedFreeBytes = 2 ** 20;

/** Owners and the addresses of their blocks, in the order of the owners. */
export interface ListedBlocks {
  readonly owners: Uint32Array;
  readonly addresses: Uint32Array;
}

/**
 * The owners' rows as int8 blocks in the kernel's memory. A replaced block is used again for one of the same size; when
 * more than half as many bytes lie free as are in use (and more than 1 MiB), the blocks are moved together.
 */
export class OwnerBlocks {
  readonly #kernel: ScanKernel;
  readonly #paddedDimensions: number;
  readonly #allocator: BlockAllocator;
  /** The address of each owner's block; 0 for none. */
  #addresses = new Uint32Array(64);
  /** The greatest quantisation error among each owner's rows. */
  #errors = new Float32Array(64);
  #greatestError = 0;
  #owners = 0;
  #rows = 0;

  /** Blocks are placed from `start`, a multiple of 16. */
  constructor(kernel: ScanKernel, paddedDimensions: number, start: number) {
    this.#kernel = kernel;
    this.#paddedDimensions = paddedDimensions;
    this.#allocator = new BlockAllocator(start);
  }

  get owners(): number {
    return this.#owners;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Bytes of the blocks and of the table, free ones included. */
  get bytes(): number {
    return (
      this.#allocator.usedBytes +
      this.#allocator.freeBytes +
      this.#addresses.byteLength +
      this.#errors.byteLength
    );
  }

  has(owner: number): boolean {
    return (this.#addresses[owner] ?? 0) !== 0;
  }

  /** The greatest distance between a row of the owner and what its codes stand for. */
  errorOf(owner: number): number {
    return this.#errors[owner] ?? 0;
  }

  /** The greatest error of any row that was ever put. */
  get greatestError(): number {
    return this.#greatestError;
  }

  /**
   * Makes room for a `put`, so that it can't fail any more.
   *
   * @throws JobbmatchError `indexFull`, or `invalidRequest` for what can't be an owner or is too many rows.
   */
  reserve(owner: number, { background, wish }: OwnerVectors): void {
    checkOwner(owner);
    if (background.length > maximumRows || wish.length > maximumRows) {
      throw invalidRequest(`an owner may have ${maximumRows} vectors of a group at most`);
    }
    const bytes = blockBytes(background.length + wish.length, this.#paddedDimensions);
    this.#kernel.reserve(this.#allocator.end + bytes);
    this.#addresses = grown(this.#addresses, owner + 1);
    this.#errors = grown(this.#errors, owner + 1);
  }

  /** Stores an owner's vectors; `reserve` must have made room for them. */
  put(owner: number, { background, wish }: OwnerVectors): void {
    const rows = [...background, ...wish].map((vector) => quantiseRow(vector, this.#paddedDimensions));
    const bytes = blockBytes(rows.length, this.#paddedDimensions);
    this.#free(owner);
    const address = this.#allocator.allocate(bytes);
    const { buffer } = this.#kernel;
    new Uint32Array(buffer, address, 1)[0] = background.length + 256 * wish.length;
    new Float32Array(buffer, address + 4, rows.length).set(rows.map(({ scale }) => scale));
    const codes = new Int8Array(buffer, address + firstRowOffset(rows.length));
    for (const [index, row] of rows.entries()) codes.set(row.codes, index * this.#paddedDimensions);
    this.#addresses[owner] = address;
    this.#errors[owner] = rows.reduce((most, { error }) => Math.max(most, error), 0);
    this.#greatestError = Math.max(this.#greatestError, this.errorOf(owner));
    this.#owners += 1;
    this.#rows += rows.length;
    this.#compactIfSparse();
  }

  remove(owner: number): boolean {
    const removed = this.#free(owner);
    this.#compactIfSparse();
    return removed;
  }

  /** The owners that are here and among the allowed. */
  list(allowed: OwnerBits | undefined): ListedBlocks {
    return allowed === undefined ? this.#listAll() : this.#listAllowed(allowed);
  }

  #listAll(): ListedBlocks {
    const owners = new Uint32Array(this.#owners);
    const addresses = new Uint32Array(this.#owners);
    let count = 0;
    for (let owner = 0; count < this.#owners; owner++) {
      const address = this.#addresses[owner] ?? 0;
      if (address === 0) continue;
      owners[count] = owner;
      addresses[count++] = address;
    }
    return { owners, addresses };
  }

  #listAllowed(allowed: OwnerBits): ListedBlocks {
    const table = this.#addresses;
    const words = Math.min(allowed.length, table.length >>> 5);
    const capacity = countBits(allowed, words);
    const owners = new Uint32Array(capacity);
    const addresses = new Uint32Array(capacity);
    let count = 0;
    for (let index = 0; index < words; index++) {
      for (let word = allowed[index] ?? 0; word !== 0; word &= word - 1) {
        const owner = (index << 5) + 31 - Math.clz32(word & -word);
        const address = table[owner] ?? 0;
        owners[count] = owner;
        addresses[count] = address;
        count += address === 0 ? 0 : 1;
      }
    }
    return { owners: owners.subarray(0, count), addresses: addresses.subarray(0, count) };
  }

  /** @returns whether the owner was there. */
  #free(owner: number): boolean {
    const address = this.#addresses[owner] ?? 0;
    if (address === 0) return false;
    const rows = this.#rowsAt(address);
    this.#allocator.release(address, blockBytes(rows, this.#paddedDimensions));
    this.#addresses[owner] = 0;
    this.#owners -= 1;
    this.#rows -= rows;
    return true;
  }

  #rowsAt(address: number): number {
    const counts = new Uint32Array(this.#kernel.buffer, address, 1)[0] ?? 0;
    return (counts & 255) + (counts >>> 8);
  }

  #compactIfSparse(): void {
    const { freeBytes, usedBytes } = this.#allocator;
    if (freeBytes > Math.max(toleratedFreeBytes, usedBytes / 2)) this.#compact();
  }

  /** Moves the blocks together in the order of their addresses, so that none overwrites one that is yet to move. */
  #compact(): void {
    const { owners, addresses } = this.#listAll();
    const order = addresses
      .map((_, index) => index)
      .sort((a, b) => (addresses[a] ?? 0) - (addresses[b] ?? 0));
    const memory = new Uint8Array(this.#kernel.buffer);
    this.#allocator.clear();
    for (const index of order) {
      const from = addresses[index] ?? 0;
      const bytes = blockBytes(this.#rowsAt(from), this.#paddedDimensions);
      const to = this.#allocator.allocate(bytes);
      memory.copyWithin(to, from, from + bytes);
      this.#addresses[owners[index] ?? 0] = to;
    }
  }
}

function invalidRequest(message: string): JobbmatchError {
  return new JobbmatchError({ code: "invalidRequest", message });
}

function countBits(words: OwnerBits, until: number): number {
  let total = 0;
  for (let index = 0; index < until; index++) {
    let word = words[index] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    total += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return total;
}
