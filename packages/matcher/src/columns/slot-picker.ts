import { grown } from "../vector-index/grown.ts";

/** Takes slots that are named in runs. */
export interface SlotReceiver {
  /** Takes those from `from` to before `to`. */
  pick(slots: Uint32Array, from: number, to: number): void;
}

/** Picks slots out of a set, each once, in the order in which they are named. */
export class SlotPicker implements SlotReceiver {
  readonly #left: Uint32Array;
  #picked = new Uint32Array(1024);
  #count = 0;

  /** @param words the set as words of 32 slots. */
  constructor(words: Uint32Array) {
    this.#left = words.slice();
  }

  /** Picks those that are in the set and were not picked before. Without a branch, since nothing foretells who is. */
  pick(slots: Uint32Array, from: number, to: number): void {
    this.#picked = grown(this.#picked, this.#count + to - from);
    const [left, picked] = [this.#left, this.#picked];
    let count = this.#count;
    for (let index = from; index < to; index++) {
      const slot = slots[index] ?? 0;
      const word = left[slot >>> 5] ?? 0;
      const isLeft = (word >>> (slot & 31)) & 1;
      left[slot >>> 5] = word & ~(isLeft << (slot & 31));
      picked[count] = slot;
      count += isLeft;
    }
    this.#count = count;
  }

  /** The slots that were picked. */
  get slots(): Uint32Array {
    return this.#picked.subarray(0, this.#count);
  }
}
