import type { OwnerVectors } from "./vector-index.ts";

/** Keeps the owners' vectors as they came, in float32: the last step of an exact search compares with these. */
export interface FloatVectors {
  put(owner: number, vectors: OwnerVectors): void;
  remove(owner: number): void;
  /** The vectors as they were put, or nothing for an owner that is not there. */
  read(owner: number): OwnerVectors | undefined;
  close(): void;
}

/** Float vectors in memory: 4 bytes for each element. */
export class MemoryFloatVectors implements FloatVectors {
  readonly #byOwner = new Map<number, OwnerVectors>();

  put(owner: number, { background, wish }: OwnerVectors): void {
    this.#byOwner.set(owner, { background: background.map(copy), wish: wish.map(copy) });
  }

  remove(owner: number): void {
    this.#byOwner.delete(owner);
  }

  read(owner: number): OwnerVectors | undefined {
    return this.#byOwner.get(owner);
  }

  close(): void {
    this.#byOwner.clear();
  }
}

function copy(vector: Float32Array): Float32Array {
  return vector.slice();
}
