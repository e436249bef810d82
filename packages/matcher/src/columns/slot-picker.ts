/** Takes slots that are named, one after the other. */
export interface SlotReceiver {
  pick(slot: number): void;
}

/** Picks slots out of a set, each once, in the order in which they are named. */
export class SlotPicker implements SlotReceiver {
  readonly #left: Uint32Array;
  readonly #picked: number[] = [];

  /** @param words the set as words of 32 slots. */
  constructor(words: Uint32Array) {
    this.#left = words.slice();
  }

  /** Picks a slot if it is in the set and was not picked before. */
  pick(slot: number): void {
    const word = this.#left[slot >>> 5] ?? 0;
    const bit = 1 << (slot & 31);
    if ((word & bit) === 0) return;
    this.#left[slot >>> 5] = word & ~bit;
    this.#picked.push(slot);
  }

  /** The slots that were picked. */
  get slots(): Uint32Array {
    return new Uint32Array(this.#picked);
  }
}
