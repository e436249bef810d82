import type { Participant, Vacancy } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import type { ColumnImage } from "../columns/column-image.ts";
import { FactDictionary } from "../columns/fact-dictionary.ts";
import type { CompiledFeature, FeatureColumn } from "./feature-column.ts";
import { FactVacancyColumn } from "./vacancy-columns/fact-vacancy-column.ts";

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
  readonly value: (need: Need, fact: Fact) => number | "unknown";
  /** The value for a fact whose value is unknown. */
  readonly unknownValue: number;
}

/** Needs whose values are remembered. */
const keptNeeds = 64;
/** Room for classes that are yet to come, as a multiple of those that are there. */
const headroom = 1.25;

const format = "facts 1";

/** Values by class of fact, and the column's version of which they are. */
interface KeptValues {
  readonly values: Float64Array;
  readonly version: number;
}

/** A column in which a value is computed once for all participants who share a fact. */
export class FactColumn<Fact, Need> implements FeatureColumn {
  readonly #definition: ValueDefinition<Fact, Need>;
  readonly #facts = new FactDictionary<Fact>();
  /** By need, then by class of fact; NaN where nobody has asked yet. */
  readonly #values = new LRUCache<string, Float64Array>({ max: keptNeeds });

  /** Counts how often a class number came to stand for another fact. */
  #version = 0;

  constructor(definition: ValueDefinition<Fact, Need>) {
    this.#definition = definition;
  }

  set(slot: number, participant: Participant): void {
    const fact = this.#definition.factOf(participant);
    const { number, isNew } = this.#facts.set(slot, this.#definition.keyOf(fact), fact);
    if (!isNew) return;
    this.#version += 1;
    this.#forgetClass(number);
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
  }

  /** The values are known exactly where they are needed. */
  pack(): void {}

  image(): ColumnImage {
    return this.#facts.image(format);
  }

  restore(image: ColumnImage): boolean {
    if (image.format !== format || !this.#facts.restore(image, this.#definition.factOfKey)) return false;
    this.#values.clear();
    this.#version += 1;
    return true;
  }

  compile(vacancy: Vacancy): CompiledFeature | undefined {
    const need = this.#definition.needOf(vacancy);
    if (need === undefined) return undefined;
    let kept: KeptValues | undefined;
    const keptValueAt = (slot: number) => {
      if (kept?.version !== this.#version) kept = { values: this.#valuesFor(need), version: this.#version };
      return this.#valueOfClass(this.#facts.classOf(slot), need, kept.values);
    };
    return {
      // Asked one by one, values are not worth the room that it takes to remember them.
      valueAt: (slot) => {
        return kept?.version === this.#version
          ? keptValueAt(slot)
          : this.#valueOf(need, this.#facts.factOf(slot));
      },
      isKnownAt: (slot) => this.#isKnown(need, this.#facts.factOf(slot)),
      bound: { kind: "values", valueAt: keptValueAt },
    };
  }

  createVacancyColumn(): FactVacancyColumn<Need> {
    const { needOf, needKeyOf } = this.#definition;
    return new FactVacancyColumn({
      needOf,
      needKeyOf,
      valueFor: (need, slot) => this.#valueOf(need, this.#facts.factOf(slot)),
    });
  }

  /** The number stands for another fact from now on. */
  #forgetClass(number: number): void {
    for (const values of this.#values.values()) if (number < values.length) values[number] = Number.NaN;
  }

  /** The value of a class, judged when it is asked for first. Classes that came later than the array are judged anew. */
  #valueOfClass(number: number, need: Need, values: Float64Array): number {
    const known = values[number] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const value = this.#valueOf(need, this.#facts.factOfClass(number));
    if (number < values.length) values[number] = value;
    return value;
  }

  #valueOf(need: Need, entry: { readonly fact: Fact } | undefined): number {
    if (entry === undefined) return 0;
    const value = this.#definition.value(need, entry.fact);
    return value === "unknown" ? this.#definition.unknownValue : value;
  }

  #isKnown(need: Need, entry: { readonly fact: Fact } | undefined): boolean {
    return entry !== undefined && this.#definition.value(need, entry.fact) !== "unknown";
  }

  #valuesFor(need: Need): Float64Array {
    const key = this.#definition.needKeyOf(need);
    const remembered = this.#values.get(key);
    if (remembered !== undefined && remembered.length >= this.#facts.classCount) return remembered;
    const values = new Float64Array(Math.ceil(this.#facts.classCount * headroom)).fill(Number.NaN);
    this.#values.set(key, values);
    return values;
  }
}
