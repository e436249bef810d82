import type { ColumnArray } from "./column-image.ts";
import { grownTo } from "./grown-to.ts";

/** Something of a kind that holds from a day until a day, both included (`dayNumber`). */
export interface DatedEntry {
  /** A small whole number. */
  readonly kind: number;
  readonly from: number;
  readonly until: number;
}

const nothing = -1;

/**
 * Any number of dated entries for each slot. All entries of a kind are listed together, so that finding who has a valid
 * one takes a look at those who have any; entries of a slot are chained, so that a change takes as long as the slot has
 * entries.
 */
export class DatedEntries {
  /** By entry. */
  #slot = new Uint32Array(0);
  #kind = new Uint8Array(0);
  #from = new Int32Array(0);
  #until = new Int32Array(0);
  /** The slot's next entry, or the next free one. */
  #next = new Int32Array(0);
  /** Where the entry stands in the list of its kind. */
  #position = new Uint32Array(0);
  /** By slot. */
  #first = new Int32Array(0);
  readonly #byKind: { entries: Uint32Array; size: number }[] = [];
  #firstFree = nothing;
  #size = 0;

  /** Stores entries in place of those of the slot. */
  set(slot: number, entries: readonly DatedEntry[]): void {
    this.remove(slot);
    this.#first = grownTo(this.#first, slot + 1, nothing);
    for (const entry of entries.toReversed()) this.#add(slot, entry);
  }

  remove(slot: number): void {
    let entry = this.#first[slot] ?? nothing;
    if (entry === nothing) return;
    this.#first[slot] = nothing;
    while (entry !== nothing) {
      const next = this.#next[entry] ?? nothing;
      this.#unlist(entry);
      this.#next[entry] = this.#firstFree;
      this.#firstFree = entry;
      entry = next;
    }
  }

  /** The entries of a slot, in the order in which they were given. */
  entriesOf(slot: number): DatedEntry[] {
    const entries: DatedEntry[] = [];
    for (let at = this.#first[slot] ?? nothing; at !== nothing; at = this.#next[at] ?? nothing) {
      entries.push({ kind: this.#kind[at] ?? 0, from: this.#from[at] ?? 0, until: this.#until[at] ?? 0 });
    }
    return entries;
  }

  /** Whether the slot has an entry of the kind that holds on the day. */
  holds(slot: number, kind: number, day: number): boolean {
    for (let at = this.#first[slot] ?? nothing; at !== nothing; at = this.#next[at] ?? nothing) {
      if (this.#kind[at] === kind && this.#isValid(at, day)) return true;
    }
    return false;
  }

  /** Adds the slots that have an entry of the kind which holds on the day. */
  select(kind: number, day: number, words: Uint32Array): void {
    const { entries, size } = this.#byKind[kind] ?? { entries: this.#slot, size: 0 };
    const [slots, froms, untils] = [this.#slot, this.#from, this.#until];
    for (let index = 0; index < size; index++) {
      const entry = entries[index] ?? 0;
      const slot = slots[entry] ?? 0;
      const isValid = (froms[entry] ?? 0) <= day && day <= (untils[entry] ?? 0) ? 1 : 0;
      words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (isValid << (slot & 31));
    }
  }

  /** Every slot's entries one after the other. */
  arrays(): { slot: Uint32Array; kind: Uint8Array; from: Int32Array; until: Int32Array } {
    const order = this.#inOrder();
    return {
      slot: this.#slot.map((_, index) => this.#slot[order[index] ?? 0] ?? 0).subarray(0, order.length),
      kind: this.#kind.map((_, index) => this.#kind[order[index] ?? 0] ?? 0).subarray(0, order.length),
      from: this.#from.map((_, index) => this.#from[order[index] ?? 0] ?? 0).subarray(0, order.length),
      until: this.#until.map((_, index) => this.#until[order[index] ?? 0] ?? 0).subarray(0, order.length),
    };
  }

  /** The entries that `arrays` gave; `undefined` if these are others. */
  static from({ slot, kind, from, until }: Readonly<Record<string, ColumnArray>>): DatedEntries | undefined {
    if (!(slot instanceof Uint32Array && kind instanceof Uint8Array)) return undefined;
    if (!(from instanceof Int32Array && until instanceof Int32Array)) return undefined;
    const restored = new DatedEntries();
    const last = slot.at(-1);
    if (last !== undefined) restored.#first = grownTo(restored.#first, last + 1, nothing);
    for (let index = slot.length - 1; index >= 0; index--) {
      const entry = { kind: kind[index] ?? 0, from: from[index] ?? 0, until: until[index] ?? 0 };
      restored.#add(slot[index] ?? 0, entry);
    }
    return restored;
  }

  #inOrder(): Uint32Array {
    const order = new Uint32Array(this.#size);
    let count = 0;
    for (let slot = 0; slot < this.#first.length; slot++) {
      for (let at = this.#first[slot] ?? nothing; at !== nothing; at = this.#next[at] ?? nothing)
        order[count++] = at;
    }
    return order.subarray(0, count);
  }

  #isValid(entry: number, day: number): boolean {
    return (this.#from[entry] ?? 0) <= day && day <= (this.#until[entry] ?? 0);
  }

  #add(slot: number, { kind, from, until }: DatedEntry): void {
    const entry = this.#allocate();
    this.#slot[entry] = slot;
    this.#kind[entry] = kind;
    this.#from[entry] = from;
    this.#until[entry] = until;
    this.#next[entry] = this.#first[slot] ?? nothing;
    this.#first[slot] = entry;
    while (this.#byKind.length <= kind) this.#byKind.push({ entries: new Uint32Array(0), size: 0 });
    const list = this.#byKind[kind];
    if (list === undefined) return;
    list.entries = grownTo(list.entries, list.size + 1);
    list.entries[list.size] = entry;
    this.#position[entry] = list.size;
    list.size += 1;
  }

  #allocate(): number {
    const free = this.#firstFree;
    if (free !== nothing) {
      this.#firstFree = this.#next[free] ?? nothing;
      return free;
    }
    const entry = this.#size;
    this.#size += 1;
    this.#slot = grownTo(this.#slot, this.#size);
    this.#kind = grownTo(this.#kind, this.#size);
    this.#from = grownTo(this.#from, this.#size);
    this.#until = grownTo(this.#until, this.#size);
    this.#next = grownTo(this.#next, this.#size);
    this.#position = grownTo(this.#position, this.#size);
    return entry;
  }

  /** Puts the last entry of the kind's list in the place of this one. */
  #unlist(entry: number): void {
    const list = this.#byKind[this.#kind[entry] ?? 0];
    if (list === undefined) return;
    list.size -= 1;
    const last = list.entries[list.size] ?? 0;
    const position = this.#position[entry] ?? 0;
    list.entries[position] = last;
    this.#position[last] = position;
  }
}
