import { JobbmatchError } from "@jobbmatch/shared";
import type { OwnerHit } from "./vector-index.ts";

/** @throws JobbmatchError `invalidRequest` */
export function checkLimit(k: number): void {
  if (!Number.isInteger(k) || k < 1) {
    throw new JobbmatchError({ code: "invalidRequest", field: "k", message: "k must be a positive integer" });
  }
}

/** Hits in the order in which a search returns them: the most similar first, equal ones by owner. */
export function compareHits(left: OwnerHit, right: OwnerHit): number {
  return right.similarity - left.similarity || left.owner - right.owner;
}

/** The k-th greatest of the values; minus infinity if there are fewer. */
export function kthGreatest(k: number, values: Float32Array | Float64Array): number {
  if (values.length < k) return Number.NEGATIVE_INFINITY;
  const greatest = new GreatestValues(k);
  for (let index = 0; index < values.length; index++) greatest.offer(values[index] ?? 0);
  return greatest.least;
}

/** The k greatest of all values that were offered. */
export class GreatestValues {
  /** A binary heap whose first is the least. */
  readonly #heap: Float64Array;
  #least = Number.NEGATIVE_INFINITY;

  constructor(k: number) {
    this.#heap = new Float64Array(k).fill(Number.NEGATIVE_INFINITY);
  }

  /** The k-th greatest; minus infinity while there were fewer. */
  get least(): number {
    return this.#least;
  }

  /** @returns whether the value is one of the k greatest so far. */
  offer(value: number): boolean {
    if (!(value > this.#least)) return false;
    replaceLeast(this.#heap, value);
    this.#least = this.#heap[0] ?? this.#least;
    return true;
  }
}

/** Puts a value in place of the least one, which is the first of a binary heap. */
function replaceLeast(heap: Float64Array, value: number): void {
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child = (heap[right] ?? Number.POSITIVE_INFINITY) < (heap[left] ?? 0) ? right : left;
    if ((heap[child] ?? 0) >= value) break;
    heap[place] = heap[child] ?? 0;
    place = child;
  }
  heap[place] = value;
}
