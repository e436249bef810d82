import type { OpenFile } from "./open-file.ts";
import { TemporaryFile } from "./temporary-file.ts";

/** A part of a file that is only read. */
export interface FileSection {
  readonly file: OpenFile;
  readonly start: number;
  readonly length: number;
}

/** Bytes that are kept in memory before a temporary file takes the rest. */
const keptBytes = 2 ** 22;

/**
 * Bytes by address, for what only the few best of a list are asked for: float vectors and whole profiles. The first
 * addresses may lie in a snapshot; what is written comes after them: 4 MiB in memory, the rest in a temporary file
 * (where none can be made: in memory too).
 */
export class ByteStore {
  /** The first address that can be written. */
  readonly start: number;
  readonly #base: FileSection | undefined;
  readonly #limit: number;
  #memory: Uint8Array = new Uint8Array(0);
  #file: TemporaryFile | "unavailable" | undefined;

  constructor(base?: FileSection, limit: number = keptBytes) {
    this.#base = base;
    this.start = base?.length ?? 0;
    this.#limit = limit;
  }

  /** Fills the target with the bytes at the address. */
  read(address: number, target: Uint8Array): void {
    const fromBase = span(this.start - address, target);
    if (fromBase > 0) this.#base?.file.read(this.#base.start + address, target.subarray(0, fromBase));
    const rest = target.subarray(fromBase);
    const offset = address + fromBase - this.start;
    const fromMemory = span(this.#memoryLimit - offset, rest);
    if (fromMemory > 0) rest.set(this.#memory.subarray(offset, offset + fromMemory));
    if (fromMemory === rest.length || typeof this.#file !== "object") return;
    this.#file.read(offset + fromMemory - this.#limit, rest.subarray(fromMemory));
  }

  /**
   * Writes at an address from `start` on.
   *
   * @throws JobbmatchError `indexFull` when the disk is.
   */
  write(address: number, bytes: Uint8Array): void {
    const offset = address - this.start;
    if (offset + bytes.length > this.#limit) this.#file ??= openFile();
    const inMemory = span(this.#memoryLimit - offset, bytes);
    if (inMemory > 0) {
      this.#reserve(offset + inMemory);
      this.#memory.set(bytes.subarray(0, inMemory), offset);
    }
    if (inMemory === bytes.length || typeof this.#file !== "object") return;
    this.#file.write(offset + inMemory - this.#limit, bytes.subarray(inMemory));
  }

  close(): void {
    if (typeof this.#file === "object") this.#file.close();
    this.#file = undefined;
  }

  get #memoryLimit(): number {
    return this.#file === "unavailable" ? Number.POSITIVE_INFINITY : this.#limit;
  }

  #reserve(length: number): void {
    if (length <= this.#memory.length) return;
    const grown = new Uint8Array(Math.max(length, Math.min(this.#memoryLimit, this.#memory.length * 2)));
    grown.set(this.#memory);
    this.#memory = grown;
  }
}

/** How many of the bytes lie before a border that is so far away. */
function span(border: number, bytes: Uint8Array): number {
  return Math.max(0, Math.min(border, bytes.length));
}

function openFile(): TemporaryFile | "unavailable" {
  try {
    return new TemporaryFile();
  } catch {
    return "unavailable";
  }
}
