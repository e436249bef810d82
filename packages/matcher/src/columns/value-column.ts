import type { Participant, Vacancy } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import type { ColumnImage, ImagedColumn } from "./column-image.ts";
import { FactDictionary } from "./fact-dictionary.ts";

/** A number that follows from one fact of a participant and what a vacancy asks. */
export interface ValueDefinition<Fact, Need> {
  readonly factOf: (participant: Participant) => Fact;
  /** Facts with the same key have the same value. */
  readonly keyOf: (fact: Fact) => string;
  /** The fact that a key stands for, or one that gives the same values. */
  readonly factOfKey: (key: string) => Fact;
  /** `undefined` when the vacancy does not ask. */
  readonly needOf: (vacancy: Vacancy) => Need | undefined;
  /** Needs with the same key give the same values. */
  readonly needKeyOf: (need: Need) => string;
  readonly value: (need: Need, fact: Fact) => number;
}

/** The value of the participant in a slot. */
export type ValueReader = (slot: number) => number;

/** The facts of all participants behind one number, by slot. */
export interface ValueColumn extends ImagedColumn {
  set(slot: number, participant: Participant): void;
  remove(slot: number): void;
  /** Reads the values for one vacancy; `undefined` when it does not ask. Valid until the next change. */
  compile(vacancy: Vacancy): ValueReader | undefined;
}

/** Needs whose values are remembered. */
const keptNeeds = 64;

const format = "facts 1";

/** A column in which a value is computed once for all participants who share a fact. */
export class FactValueColumn<Fact, Need> implements ValueColumn {
  readonly #definition: ValueDefinition<Fact, Need>;
  readonly #facts = new FactDictionary<Fact>();
  /** By need, then by class of fact; NaN where nobody has asked yet. */
  readonly #values = new LRUCache<string, Float64Array>({ max: keptNeeds });

  constructor(definition: ValueDefinition<Fact, Need>) {
    this.#definition = definition;
  }

  set(slot: number, participant: Participant): void {
    const fact = this.#definition.factOf(participant);
    this.#facts.set(slot, this.#definition.keyOf(fact), fact);
    this.#values.clear();
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
    this.#values.clear();
  }

  image(): ColumnImage {
    return this.#facts.image(format);
  }

  restore(image: ColumnImage): boolean {
    if (image.format !== format || !this.#facts.restore(image, this.#definition.factOfKey)) return false;
    this.#values.clear();
    return true;
  }

  compile(vacancy: Vacancy): ValueReader | undefined {
    const need = this.#definition.needOf(vacancy);
    if (need === undefined) return undefined;
    const values = this.#valuesFor(need);
    const classes = this.#facts.classOfSlot;
    return (slot) => {
      const number = classes[slot] ?? 0;
      const known = values[number] ?? 0;
      return Number.isNaN(known) ? this.#compute(need, values, number) : known;
    };
  }

  #valuesFor(need: Need): Float64Array {
    const key = this.#definition.needKeyOf(need);
    const remembered = this.#values.get(key);
    if (remembered !== undefined) return remembered;
    const values = new Float64Array(this.#facts.classCount).fill(Number.NaN);
    this.#values.set(key, values);
    return values;
  }

  #compute(need: Need, values: Float64Array, number: number): number {
    const entry = this.#facts.factOfClass(number);
    const value = entry === undefined ? 0 : this.#definition.value(need, entry.fact);
    values[number] = value;
    return value;
  }
}

/** A column that has the same value for everybody. */
export function constantColumn(value: (vacancy: Vacancy) => number | undefined): ValueColumn {
  return {
    set: () => {},
    remove: () => {},
    image: () => ({ format: "constant", json: null, arrays: {} }),
    restore: (image) => image.format === "constant",
    compile: (vacancy) => {
      const constant = value(vacancy);
      return constant === undefined ? undefined : () => constant;
    },
  };
}
