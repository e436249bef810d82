import { TemporaryFile } from "../storage/temporary-file.ts";
import type { FloatVectors } from "./float-vectors.ts";
import { OwnerBlocks } from "./owner-blocks.ts";
import type { OwnerVectors } from "./vector-index.ts";

/**
 * Float vectors in a private temporary file, so that they take no memory but what the operating system likes to spend on
 * caching it: an exact search reads a few dozen owners' vectors, some microseconds each. The file has no name after it
 * is opened (on Windows: until it is closed), so nothing is left behind when the process ends.
 */
export class FileFloatVectors implements FloatVectors {
  readonly #dimensions: number;
  readonly #file: TemporaryFile;
  /** In rows: the file is a matrix, an owner's vectors lie one after the other, background first. */
  readonly #blocks = new OwnerBlocks();

  /** `parent` is the folder for the file. @default the operating system's for temporary files */
  constructor(dimensions: number, parent?: string) {
    this.#dimensions = dimensions;
    this.#file = new TemporaryFile(parent);
  }

  put(owner: number, { background, wish }: OwnerVectors): void {
    const rows = [...background, ...wish];
    const first = this.#blocks.allocate(rows.length);
    try {
      this.#write(first, rows);
    } catch (error) {
      this.#blocks.release(first, rows.length);
      throw error;
    }
    this.#blocks.assign(owner, { first, background: background.length, wish: wish.length });
  }

  remove(owner: number): void {
    this.#blocks.remove(owner);
  }

  read(owner: number): OwnerVectors | undefined {
    const block = this.#blocks.get(owner);
    if (block === undefined) return undefined;
    const { first, background, wish } = block;
    const matrix = new Float32Array((background + wish) * this.#dimensions);
    this.#file.read(first * this.#dimensions * 4, new Uint8Array(matrix.buffer));
    const rows = Array.from({ length: background + wish }, (_, row) =>
      matrix.subarray(row * this.#dimensions, (row + 1) * this.#dimensions),
    );
    return { background: rows.slice(0, background), wish: rows.slice(background) };
  }

  close(): void {
    this.#file.close();
  }

  #write(first: number, rows: readonly Float32Array[]): void {
    const matrix = new Float32Array(rows.length * this.#dimensions);
    for (const [row, vector] of rows.entries()) matrix.set(vector, row * this.#dimensions);
    this.#file.write(first * this.#dimensions * 4, new Uint8Array(matrix.buffer));
  }
}
