import type { SlotLists, SlotReceiver } from "./slot-picker.ts";

/** Changes after which the lists are made anew: some 0.15 µs for each entry. Until then those who changed count as holders of every key. */
const mostChanges = 1024;

/** One list, that of key 0. */
function listOf(slots: ReadonlySet<number>): SlotLists {
  return { starts: Uint32Array.of(0, slots.size), slots: Uint32Array.from(slots) };
}

/** Tells each slot with each of its keys, which are numbers from 0. */
export type TellEntries = (tell: (slot: number, key: number) => void) => void;

/**
 * For each key the slots that hold it: an inverted index in two typed arrays, made in one go from the columns when it is
 * asked for. A change costs nothing but a note; the notes are read with every answer.
 */
export class SlotPostings {
  readonly #tellEntries: TellEntries;
  /** The slots of key `n` lie from `starts[n]` to `starts[n + 1]`. */
  #starts = new Uint32Array(1);
  #slots = new Uint32Array(0);
  readonly #changed = new Set<number>();
  #isStale = true;

  constructor(tellEntries: TellEntries) {
    this.#tellEntries = tellEntries;
  }

  /** Notes that the keys of a slot are about to change, or have changed. */
  touch(slot: number): void {
    if (this.#isStale) return;
    this.#changed.add(slot);
    if (this.#changed.size > mostChanges) this.reset();
  }

  /** Notes that all keys have changed. */
  reset(): void {
    this.#isStale = true;
    this.#changed.clear();
  }

  /** How many entries there are, about. */
  get size(): number {
    this.#refresh();
    return this.#slots.length;
  }

  /** The first number beyond all keys, about. */
  get keyCount(): number {
    this.#refresh();
    return this.#starts.length - 1;
  }

  /** Picks the slots that hold one of the keys, and those that may since they changed. */
  pick(keys: ArrayLike<number>, picker: SlotReceiver): void {
    this.#refresh();
    picker.pick({ starts: this.#starts, slots: this.#slots }, keys);
    picker.pick(listOf(this.#changed), [0]);
  }

  #refresh(): void {
    if (!this.#isStale) return;
    this.#countEntries();
    this.#slots = new Uint32Array(this.#starts.at(-1) ?? 0);
    const next = this.#starts.slice();
    this.#tellEntries((slot, key) => {
      const entry = next[key] ?? 0;
      this.#slots[entry] = slot;
      next[key] = entry + 1;
    });
    this.#isStale = false;
  }

  #countEntries(): void {
    let end = 0;
    this.#tellEntries((_slot, key) => {
      end = Math.max(end, key + 1);
    });
    const starts = new Uint32Array(end + 1);
    this.#tellEntries((_slot, key) => {
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    });
    for (let key = 0; key < end; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    this.#starts = starts;
  }
}
