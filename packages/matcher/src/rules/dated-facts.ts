import type { ColumnImage } from "../columns/column-image.ts";
import { DatedEntries, type DatedEntry } from "../columns/dated-entries.ts";
import type { Answer } from "./answer-cache.ts";
import { Bitset } from "./bitset.ts";
import { type FactStore, noParticipant } from "./fact-store.ts";
import type { Outcome } from "./rule.ts";

/** Kinds that somebody must hold on a day: of every group at least one. */
export interface DatedDemand {
  /** As `dayNumber`. */
  readonly day: number;
  readonly groups: readonly (readonly number[])[];
}

/** How a rule's facts and needs come down to dated entries. */
export interface DatedDefinition<Fact, Need> {
  /** Names of the kinds by number, so that an image of other kinds is not misread. */
  readonly kinds: readonly string[];
  /** `undefined` when nobody has asked. */
  readonly entriesOf: (fact: Fact) => readonly DatedEntry[] | undefined;
  readonly factOf: (entries: readonly DatedEntry[] | undefined) => Fact;
  /** `undefined` when nobody can meet the need. */
  readonly demandOf: (need: Need) => DatedDemand | undefined;
}

const format = "dated entries";

/** Facts that are lists of something valid for some time, such as decisions: too varied for a dictionary. */
export class DatedFacts<Fact, Need> implements FactStore<Fact, Need> {
  readonly #definition: DatedDefinition<Fact, Need>;
  #entries = new DatedEntries();
  /** Slots of people who have been asked, and of those who have not. */
  #asked = new Bitset();
  #notAsked = new Bitset();

  constructor(definition: DatedDefinition<Fact, Need>) {
    this.#definition = definition;
  }

  get slots(): number {
    return Math.max(this.#asked.words.length, this.#notAsked.words.length) * 32;
  }

  prepare(fact: Fact): (slot: number) => void {
    const entries = this.#definition.entriesOf(fact);
    return (slot) => {
      this.remove(slot);
      if (entries === undefined) this.#notAsked.add(slot);
      else this.#asked.add(slot);
      this.#entries.set(slot, entries ?? []);
    };
  }

  remove(slot: number): void {
    this.#asked.delete(slot);
    this.#notAsked.delete(slot);
    this.#entries.remove(slot);
  }

  holds(slot: number): boolean {
    return this.#asked.has(slot) || this.#notAsked.has(slot);
  }

  factOf(slot: number): Fact {
    return this.#definition.factOf(this.#isAsked(slot) ? this.#entries.entriesOf(slot) : undefined);
  }

  judge(need: Need, slot: number): Outcome {
    const isAsked = this.#isAsked(slot);
    const demand = this.#definition.demandOf(need);
    if (demand === undefined) return "fail";
    if (!isAsked) return "unknown";
    for (const group of demand.groups) if (!this.#holdsAny(slot, group, demand.day)) return "fail";
    return "pass";
  }

  select(need: Need): Answer {
    const demand = this.#definition.demandOf(need);
    if (demand === undefined) return { pass: new Bitset(), unknown: new Bitset() };
    const pass = this.#asked.clone();
    for (const group of demand.groups) {
      const held = new Uint32Array(pass.words.length);
      for (const kind of group) this.#entries.select(kind, demand.day, held);
      pass.and(Bitset.of(held));
    }
    return { pass, unknown: this.#notAsked.clone() };
  }

  image(): ColumnImage {
    const [asked, notAsked] = [this.#asked.words, this.#notAsked.words];
    return { format, json: this.#definition.kinds, arrays: { ...this.#entries.arrays(), asked, notAsked } };
  }

  restore({ format: given, json, arrays }: ColumnImage): boolean {
    if (given !== format || JSON.stringify(json) !== JSON.stringify(this.#definition.kinds)) return false;
    const { asked, notAsked } = arrays;
    const entries = DatedEntries.from(arrays);
    if (entries === undefined || !(asked instanceof Uint32Array && notAsked instanceof Uint32Array))
      return false;
    this.#entries = entries;
    this.#asked = Bitset.of(asked.slice());
    this.#notAsked = Bitset.of(notAsked.slice());
    return true;
  }

  #holdsAny(slot: number, kinds: readonly number[], day: number): boolean {
    for (const kind of kinds) if (this.#entries.holds(slot, kind, day)) return true;
    return false;
  }

  #isAsked(slot: number): boolean {
    if (this.#asked.has(slot)) return true;
    if (this.#notAsked.has(slot)) return false;
    throw noParticipant(slot);
  }
}
