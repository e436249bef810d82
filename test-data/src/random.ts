/**
 * A small, fast, seeded random generator: sfc32 by Chris Doty-Humphrey (public domain, from PractRand), its state
 * filled with the 32-bit finaliser of MurmurHash3 by Austin Appleby (public domain). Every record gets a generator of
 * its own from (seed, stream, index), so that a record never depends on the ones before it.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /**
   * @param seed a whole number, 0 to 2⁵³ − 1.
   * @param stream tells kinds of record apart, so that participant 7 and vacancy 7 have nothing in common.
   * @param index the record's place in its stream, 0 to 2³² − 1.
   */
  constructor(seed: number, stream: number, index: number) {
    this.#a = scramble(seed >>> 0);
    this.#b = scramble((Math.floor(seed / 2 ** 32) ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0);
    this.#c = scramble((index + 0x85ebca6b) >>> 0);
    for (let round = 0; round < 12; round++) this.uint32();
  }

  /** A whole number, 0 to 2³² − 1. */
  uint32(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A number in [0, 1). */
  float(): number {
    return this.uint32() / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.float() * (max - min + 1));
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.float() < probability;
  }

  /** The value with the given probability, otherwise `undefined`. */
  sometimes<Value>(probability: number, make: () => Value): Value | undefined {
    return this.chance(probability) ? make() : undefined;
  }

  /** One of the values, each as likely; the list must not be empty. */
  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value {
    // The index is always inside the list, which the type of a plain array cannot say.
    return values[Math.floor(this.float() * values.length)] as Value;
  }

  /** `count` of the values in random order, or all when there are fewer. */
  several<Value>(values: readonly Value[], count: number): Value[] {
    const rest = [...values];
    const wanted = Math.min(count, rest.length);
    for (let index = 0; index < wanted; index++) {
      const other = this.integer(index, rest.length - 1);
      [rest[index], rest[other]] = [rest[other] as Value, rest[index] as Value];
    }
    rest.length = wanted;
    return rest;
  }
}

function scramble(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) | 0;
}
