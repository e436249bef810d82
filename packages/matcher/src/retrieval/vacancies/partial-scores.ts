import { scoreError } from "../candidates/score-intervals.ts";
import { picked } from "./picked.ts";
import { ReusedArrays } from "./reused-arrays.ts";

/** Leaving out fewer than this share is not worth moving what is known of the others. */
const worthLeavingOut = 1 / 8;

/** Scores of some vacancies, to which features are added one by one: weighted means of what the features are worth. */
export class PartialScores {
  /** Where those that are left stood at first. A view, valid until the next ones are scored in the same arrays. */
  positions: Uint32Array;
  #least: Float64Array;
  #sums: Float64Array;
  /** Of the weights. */
  #totals: Float64Array;
  readonly #left: Uint32Array;

  /** @param least what the scores have to reach, to be of use. */
  constructor(least: Float64Array, arrays: ReusedArrays = new ReusedArrays()) {
    const { length } = least;
    this.positions = arrays.numbers("positions", length);
    for (let index = 0; index < length; index++) this.positions[index] = index;
    this.#least = arrays.floats("needed", length);
    this.#least.set(least);
    this.#sums = arrays.floats("sums", length).fill(0);
    this.#totals = arrays.floats("totals", length).fill(0);
    this.#left = arrays.numbers("left", length);
  }

  /** Adds what a feature is worth; NaN where it is not asked about, and does not count. */
  add(values: Float64Array, weight: number): void {
    const [sums, totals] = [this.#sums, this.#totals];
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      if (Number.isNaN(value)) continue;
      sums[index] = (sums[index] ?? 0) + weight * value;
      totals[index] = (totals[index] ?? 0) + weight;
    }
  }

  /**
   * Leaves out what can't reach the least any more, even if all features that are still to come count in full.
   *
   * @param rest the weight of the features that are still to come.
   * @returns the positions of what is left among what was left before, valid until the next call; nothing if that is as good
   * as all.
   */
  narrow(rest: number): Uint32Array | undefined {
    const left = this.#withinReach(rest);
    if (left.length > this.positions.length * (1 - worthLeavingOut)) return undefined;
    this.positions = picked(this.positions, left);
    this.#least = picked(this.#least, left);
    this.#sums = picked(this.#sums, left);
    this.#totals = picked(this.#totals, left);
    return left;
  }

  /** The scores of those that are left, when all features are added; 0 where nothing counts. */
  means(): Float64Array {
    const means = new Float64Array(this.positions.length);
    for (let index = 0; index < means.length; index++) {
      const total = this.#totals[index] ?? 0;
      means[index] = total === 0 ? 0 : (this.#sums[index] ?? 0) / total;
    }
    return means;
  }

  #withinReach(rest: number): Uint32Array {
    const [least, sums, totals, left] = [this.#least, this.#sums, this.#totals, this.#left];
    let count = 0;
    for (let index = 0; index < least.length; index++) {
      const total = (totals[index] ?? 0) + rest;
      // A feature that turns out not to be asked about raises no mean above what it is when it counts in full.
      if ((sums[index] ?? 0) + rest < ((least[index] ?? 0) - scoreError) * total) continue;
      left[count++] = index;
    }
    return left.subarray(0, count);
  }
}
