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

/** The values for a compiled need, once many were asked for at once: asked one by one, they are not worth the room. */
interface KeptValues<Need> {
  readonly need: Need;
  /** By class of fact; NaN where nobody has asked yet. */
  values: Float64Array;
  /** Of the column when these were the values of its classes. */
  version: number;
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
  /** Counts changes, after which remembered values are no longer those of the classes. */
  #version = 0;

  constructor(definition: ValueDefinition<Fact, Need>) {
    this.#definition = definition;
  }

  set(slot: number, participant: Participant): void {
    const fact = this.#definition.factOf(participant);
    this.#facts.set(slot, this.#definition.keyOf(fact), fact);
    this.#forget();
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
    this.#forget();
  }

  image(): ColumnImage {
    return this.#facts.image(format);
  }

  restore(image: ColumnImage): boolean {
    if (image.format !== format || !this.#facts.restore(image, this.#definition.factOfKey)) return false;
    this.#forget();
    return true;
  }

  compile(vacancy: Vacancy): CompiledFeature | undefined {
    const need = this.#definition.needOf(vacancy);
    if (need === undefined) return undefined;
    const kept = { need, values: new Float64Array(0), version: -1 };
    return {
      valueAt: (slot) => this.#valueAt(slot, kept),
      addUpperBounds: (bounds, share, { slots }) => this.#addValues(bounds, share, slots, kept),
    };
  }

  #forget(): void {
    this.#values.clear();
    this.#version += 1;
  }

  #valueAt(slot: number, kept: KeptValues<Need>): number {
    if (kept.version === this.#version) return this.#keptValue(this.#facts.classOf(slot), kept);
    return this.#valueOf(kept.need, this.#facts.factOf(slot));
  }

  #addValues(bounds: Float32Array, share: number, slots: Uint32Array, kept: KeptValues<Need>): void {
    kept.values = this.#valuesFor(kept.need);
    kept.version = this.#version;
    const classes = this.#facts.classOfSlot;
    for (let index = 0; index < slots.length; index++) {
      const value = this.#keptValue(classes[slots[index] ?? 0] ?? 0, kept);
      bounds[index] = (bounds[index] ?? 0) + share * value;
    }
  }

  /** The value of a class, judged when it is asked for first. */
  #keptValue(number: number, { need, values }: KeptValues<Need>): number {
    const known = values[number] ?? 0;
    if (!Number.isNaN(known)) return known;
    const value = this.#valueOf(need, this.#facts.factOfClass(number));
    values[number] = value;
    return value;
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
