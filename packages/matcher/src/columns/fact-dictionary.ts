import type { ColumnArray, ColumnImage } from "./column-image.ts";
import { grownTo } from "./grown-to.ts";

/** Participants whose facts are interchangeable. */
interface FactClass<Fact> {
  readonly key: string;
  readonly fact: Fact;
  members: number;
}

/** How many class numbers 16 bits can tell apart. */
const shortNumbers = 65_536;

/** The class of a slot that holds nobody. */
export const noClass = 0;

/**
 * Facts by slot, dictionary-encoded: each distinct fact is stored once, and a slot holds the number of its class. Real
 * populations have few distinct facts (a few hundred timetables among 100,000 people), so what is computed of a fact is
 * computed once for all who share it.
 */
export class FactDictionary<Fact> {
  readonly #numbers = new Map<string, number>();
  /** Class 0 stands for "nobody in this slot". */
  readonly #classes: (FactClass<Fact> | undefined)[] = [undefined];
  readonly #freeNumbers: number[] = [];
  /** Numbers of 16 bits for as long as they suffice. */
  #classOfSlot: Uint16Array | Uint32Array = new Uint16Array(0);
  #slots = 0;

  /** The class of every slot, up to a multiple of 32; 0 where nobody is. A view, valid until the next change. */
  get classOfSlot(): Uint16Array | Uint32Array {
    return this.#classOfSlot.subarray(0, Math.ceil(this.#slots / 32) * 32);
  }

  /** How many class numbers there are, class 0 and unused ones included. */
  get classCount(): number {
    return this.#classes.length;
  }

  /** The fact of a class; `undefined` for a number that is not in use. */
  factOfClass(number: number): { readonly fact: Fact } | undefined {
    return this.#classes[number];
  }

  /** The class of a slot; 0 where nobody is. */
  classOf(slot: number): number {
    return this.#classOfSlot[slot] ?? noClass;
  }

  /** The fact in a slot; `undefined` if nobody is there. */
  factOf(slot: number): { readonly fact: Fact } | undefined {
    return this.#classes[this.#classOfSlot[slot] ?? noClass];
  }

  /** @returns the slot's class from now on, and whether its number stood for no fact or another one before. */
  set(slot: number, key: string, fact: Fact): { readonly number: number; readonly isNew: boolean } {
    const isNew = !this.#numbers.has(key);
    const number = this.#enter(key, fact);
    this.remove(slot);
    this.#reserve(slot + 1, number);
    this.#classOfSlot[slot] = number;
    this.#slots = Math.max(this.#slots, slot + 1);
    return { number, isNew };
  }

  remove(slot: number): void {
    const number = this.#classOfSlot[slot] ?? noClass;
    const left = this.#classes[number];
    if (left === undefined) return;
    this.#classOfSlot[slot] = noClass;
    left.members -= 1;
    if (left.members > 0) return;
    this.#numbers.delete(left.key);
    this.#classes[number] = undefined;
    this.#freeNumbers.push(number);
  }

  /** The keys of the classes, `null` for numbers that are not in use, and the class of every slot. */
  image(format: string): ColumnImage {
    const keys = this.#classes.map((each) => each?.key ?? null);
    return { format, json: keys, arrays: { classOfSlot: this.classOfSlot } };
  }

  /** Takes on what an image holds, with the facts that its keys stand for; `false` if it is no image of a dictionary. */
  restore({ json, arrays }: ColumnImage, factOfKey: (key: string) => Fact): boolean {
    const { classOfSlot } = arrays;
    if (!isListOfKeys(json) || !isListOfNumbers(classOfSlot)) return false;
    const classes = json.map((key) => (key === null ? undefined : { key, fact: factOfKey(key), members: 0 }));
    const members = new Uint32Array(classes.length);
    for (let slot = 0; slot < classOfSlot.length; slot++) {
      const number = classOfSlot[slot] ?? noClass;
      if (number >= members.length) return false;
      members[number] = (members[number] ?? 0) + 1;
    }
    for (const [number, entry] of classes.entries()) {
      if (entry !== undefined) entry.members = members[number] ?? 0;
      else if (number !== noClass && members[number] !== 0) return false;
    }
    this.#classes.length = 0;
    this.#numbers.clear();
    this.#freeNumbers.length = 0;
    for (const [number, entry] of classes.entries()) this.#restoreClass(number, entry);
    this.#classOfSlot = classOfSlot.slice();
    this.#slots = classOfSlot.length;
    return true;
  }

  #restoreClass(number: number, entry: FactClass<Fact> | undefined): void {
    this.#classes[number] = entry;
    if (entry !== undefined) this.#numbers.set(entry.key, number);
    else if (number !== noClass) this.#freeNumbers.push(number);
  }

  #reserve(slots: number, number: number): void {
    if (number >= shortNumbers && this.#classOfSlot instanceof Uint16Array)
      this.#classOfSlot = Uint32Array.from(this.#classOfSlot);
    this.#classOfSlot = grownTo(this.#classOfSlot, slots);
  }

  #enter(key: string, fact: Fact): number {
    const known = this.#numbers.get(key);
    const number = known ?? this.#freeNumbers.pop() ?? this.#classes.length;
    const entry = this.#classes[number] ?? { key, fact, members: 0 };
    entry.members += 1;
    this.#numbers.set(key, number);
    this.#classes[number] = entry;
    return number;
  }
}

function isListOfKeys(json: unknown): json is readonly (string | null)[] {
  return (
    Array.isArray(json) && json[0] === null && json.every((key) => key === null || typeof key === "string")
  );
}

function isListOfNumbers(array: ColumnArray | undefined): array is Uint16Array | Uint32Array {
  return array instanceof Uint16Array || array instanceof Uint32Array;
}
