import { popcount } from "./popcount.ts";

/** A growing set of small whole numbers (slots), one bit for each. Operations between sets work word by word. */
export class Bitset {
  #words: Uint32Array;

  constructor(capacity = 0) {
    this.#words = new Uint32Array((capacity + 31) >>> 5);
  }

  /** The set that words stand for; they are the set's own from then on. */
  static of(words: Uint32Array): Bitset {
    const set = new Bitset();
    set.#words = words;
    return set;
  }

  add(slot: number): void {
    this.#reserve(slot + 1);
    this.#words[slot >>> 5] = this.#word(slot >>> 5) | (1 << (slot & 31));
  }

  delete(slot: number): void {
    if (slot >>> 5 < this.#words.length)
      this.#words[slot >>> 5] = this.#word(slot >>> 5) & ~(1 << (slot & 31));
  }

  has(slot: number): boolean {
    return ((this.#word(slot >>> 5) >>> (slot & 31)) & 1) === 1;
  }

  /** The set as 32-bit words: slot `n` is bit `n % 32` of word `floor(n / 32)`. Must not be changed. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** How many slots are in the set, exactly. */
  count(): number {
    let total = 0;
    for (const word of this.#words) total += popcount(word);
    return total;
  }

  isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  clone(): Bitset {
    const copy = new Bitset();
    copy.#words = this.#words.slice();
    return copy;
  }

  /** Keeps the slots that are in `other` too. */
  and(other: Bitset): this {
    for (let index = 0; index < this.#words.length; index++) {
      this.#words[index] = this.#word(index) & other.#word(index);
    }
    return this;
  }

  /** Takes in the slots of `other`. */
  or(other: Bitset): this {
    this.#reserve(other.#words.length << 5);
    for (let index = 0; index < other.#words.length; index++) {
      this.#words[index] = this.#word(index) | other.#word(index);
    }
    return this;
  }

  /** Removes the slots of `other`. */
  andNot(other: Bitset): this {
    for (let index = 0; index < this.#words.length; index++) {
      this.#words[index] = this.#word(index) & ~other.#word(index);
    }
    return this;
  }

  /** The slots in rising order. */
  *[Symbol.iterator](): IterableIterator<number> {
    for (let index = 0; index < this.#words.length; index++) {
      let word = this.#word(index);
      while (word !== 0) {
        yield (index << 5) + (31 - Math.clz32(word & -word));
        word &= word - 1;
      }
    }
  }

  #word(index: number): number {
    return this.#words[index] ?? 0;
  }

  #reserve(capacity: number): void {
    const needed = (capacity + 31) >>> 5;
    if (needed <= this.#words.length) return;
    const grown = new Uint32Array(Math.max(needed, this.#words.length * 2));
    grown.set(this.#words);
    this.#words = grown;
  }
}
