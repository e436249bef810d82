import type { Participant, Vacancy } from "@jobbmatch/shared";
import { LRUCache } from "lru-cache";
import type { ColumnImage } from "../columns/column-image.ts";
import { FactDictionary } from "../columns/fact-dictionary.ts";
import type { CompiledFeature, FeatureColumn } from "./feature-column.ts";

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

/** Needs whose values are remembered. */
const keptNeeds = 64;

const format = "facts 1";

/** A column in which a value is computed once for all participants who share a fact. */
export class FactColumn<Fact, Need> implements FeatureColumn {
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

  compile(vacancy: Vacancy): CompiledFeature | undefined {
    const need = this.#definition.needOf(vacancy);
    if (need === undefined) return undefined;
    return {
      valueAt: (slot) => this.#valueOf(need, this.#facts.factOf(slot)),
      addUpperBounds: (bounds, share, { slots }) => this.#addValues(bounds, share, slots, need),
    };
  }

  #addValues(bounds: Float32Array, share: number, slots: Uint32Array, need: Need): void {
    const values = this.#valuesFor(need);
    const classes = this.#facts.classOfSlot;
    for (let index = 0; index < slots.length; index++) {
      const number = classes[slots[index] ?? 0] ?? 0;
      let value = values[number] ?? 0;
      if (Number.isNaN(value)) {
        value = this.#valueOf(need, this.#facts.factOfClass(number));
        values[number] = value;
      }
      bounds[index] = (bounds[index] ?? 0) + share * value;
    }
  }

  #valuesFor(need: Need): Float64Array {
    const key = this.#definition.needKeyOf(need);
    const remembered = this.#values.get(key);
    if (remembered !== undefined) return remembered;
    const values = new Float64Array(this.#facts.classCount).fill(Number.NaN);
    this.#values.set(key, values);
    return values;
  }

  #valueOf(need: Need, entry: { readonly fact: Fact } | undefined): number {
    return entry === undefined ? 0 : this.#definition.value(need, entry.fact);
  }
}
