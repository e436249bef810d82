import { grown } from "./grown.ts";
import type { TextIndex } from "./text-index.ts";

/** What a similarity can be: at least `lower`, at most `upper`. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * What is known of the similarities of rows to one query at a time: an upper bound of all of them from their projections,
 * and an interval for those that were compared by their int8 codes.
 */
export class SimilarityIntervals {
  readonly #index: TextIndex;
  #query: Float32Array = new Float32Array(0);
  /** By row + 1. */
  #upper: Float32Array = new Float32Array(0);
  #lower: Float32Array = new Float32Array(64);
  /** For each row the last round in which it was compared. */
  #comparedIn = new Uint32Array(64);
  #round = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** The first row after all. */
  get end(): number {
    return this.#index.end;
  }

  /**
   * Begins with a new query.
   *
   * @param upper takes the upper bounds, by row + 1; minus infinity at 0, which stands for no text.
   * @param bounding whether to bound all rows at once; otherwise nothing is known of a row before it is compared.
   * @returns whether all rows are bounded.
   */
  start(query: Float32Array, upper: Float32Array, bounding: boolean): boolean {
    this.#query = query;
    this.#round += 1;
    this.#upper = upper;
    this.#lower = grown(this.#lower, this.#index.end + 1);
    this.#comparedIn = grown(this.#comparedIn, this.#index.end + 1);
    this.#lower[0] = Number.NEGATIVE_INFINITY;
    return bounding && this.#index.boundAll(query, upper);
  }

  upperOf(rowAfter: number): number {
    return this.#upper[rowAfter] ?? 0;
  }

  /** For a row that was compared. */
  lowerOf(rowAfter: number): number {
    return this.#lower[rowAfter] ?? 0;
  }

  /**
   * Compares the rows behind the given places (row + 1, or 0) unless that was done already.
   */
  compare(places: Uint32Array): void {
    const rows = this.#notCompared(places);
    if (rows.length === 0) return;
    const { background, errorOf } = this.#index.compare(this.#query, rows);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      const error = errorOf(row);
      this.#upper[row + 1] = (background[index] ?? 0) + error;
      this.#lower[row + 1] = (background[index] ?? 0) - error;
    }
  }

  #notCompared(places: Uint32Array): Uint32Array {
    const rows = new Uint32Array(places.length);
    let count = 0;
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      if (place === 0 || this.#comparedIn[place] === this.#round) continue;
      this.#comparedIn[place] = this.#round;
      rows[count++] = place - 1;
    }
    return rows.subarray(0, count);
  }
}
