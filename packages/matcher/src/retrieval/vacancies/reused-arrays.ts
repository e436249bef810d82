import { grownTo } from "../../columns/grown-to.ts";

/**
 * Arrays that serve again for each participant who is held against all vacancies, so that they stay in the processor's
 * cache: a new one of 2,000 floats takes two to four times as long to fill. Whoever takes an array by a
 * name takes it from whoever had it before.
 */
export class ReusedArrays {
  readonly #floats = new Map<string, Float64Array>();
  readonly #numbers = new Map<string, Uint32Array>();

  /** Floats that can have any values. */
  floats(name: string, length: number): Float64Array {
    const floats = grownTo(this.#floats.get(name) ?? new Float64Array(0), length);
    this.#floats.set(name, floats);
    return floats.subarray(0, length);
  }

  /** Whole numbers that can have any values. */
  numbers(name: string, length: number): Uint32Array {
    const numbers = grownTo(this.#numbers.get(name) ?? new Uint32Array(0), length);
    this.#numbers.set(name, numbers);
    return numbers.subarray(0, length);
  }
}
