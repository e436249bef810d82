import { grown } from "../vector-index/grown.ts";

/** Lists of slots, one after the other: that of key `n` lies in `slots` from `starts[n]` to `starts[n + 1]`. */
export interface SlotLists {
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
}

/** Takes the slots that lists name. */
export interface SlotReceiver {
  /** Takes those of the lists of some keys; a key without a list has none. */
  pick(lists: SlotLists, keys: ArrayLike<number>): void;
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
  pick({ starts, slots }: SlotLists, keys: ArrayLike<number>): void {
    const left = this.#left;
    let picked = this.#picked;
    let count = this.#count;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      const from = starts[key] ?? 0;
      const to = starts[key + 1] ?? from;
      if (count + to - from > picked.length) picked = grown(picked, count + to - from);
      for (let entry = from; entry < to; entry++) {
        const slot = slots[entry] ?? 0;
        const word = left[slot >>> 5] ?? 0;
        const isLeft = (word >>> (slot & 31)) & 1;
        left[slot >>> 5] = word & ~(isLeft << (slot & 31));
        picked[count] = slot;
        count += isLeft;
      }
    }
    this.#picked = picked;
    this.#count = count;
  }

  /** The slots that were picked. */
  get slots(): Uint32Array {
    return this.#picked.subarray(0, this.#count);
  }
}
