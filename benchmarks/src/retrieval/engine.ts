import type { Fixture } from "./fixture.ts";

/** A way to search that takes part in the comparison. */
export interface Engine {
  readonly name: string;
  /** What a reader of the table has to know. */
  readonly note?: string;
  /** The largest number of vectors with which building is worth the wait. @default no limit */
  readonly sizeLimit?: number;
  build(fixture: Fixture): void | Promise<void>;
  /** The rows of the first k vectors that pass the filter of the share. */
  search(query: Float32Array, share: number): readonly number[] | Promise<readonly number[]>;
  /** Memory of the index in bytes, where the engine knows it better than the process does. */
  bytes?(): number;
  /** The path that the last search took. */
  path?(): string;
  close(): void | Promise<void>;
}

/** Loads an engine, or says why it can't run here. */
export interface EngineEntry {
  readonly name: string;
  load(): Promise<Engine>;
}

/** Thrown by `load` with a reason for the reader. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable";
}

/** The filter of a share, as bits. */
export function filterBits({ ranks, size }: Fixture, share: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(size / 32));
  for (let row = 0; row < size; row++) {
    if ((ranks[row] ?? 1) < share) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return words;
}

export function hasBit(words: Uint32Array, row: number): boolean {
  return (((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}
