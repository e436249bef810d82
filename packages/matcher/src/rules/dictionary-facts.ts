import type { ColumnImage } from "../columns/column-image.ts";
import { FactDictionary } from "../columns/fact-dictionary.ts";
import { factOfJsonKey, jsonKeyOf } from "../columns/json-key.ts";
import { passByte, unknownByte } from "../columns/kernel/column-kernel.ts";
import { columnKernel } from "../columns/kernel/platform-kernel.ts";
import type { Answer } from "./answer-cache.ts";
import { Bitset } from "./bitset.ts";
import { type FactStore, noParticipant } from "./fact-store.ts";
import type { Outcome, RuleDefinition } from "./rule.ts";

type Definition<Fact, Need> = Pick<RuleDefinition<Fact, Need>, "judge" | "keyOf" | "factOfKey">;

const format = "facts";

/** Facts that many share: each distinct one is kept and judged once. */
export class DictionaryFacts<Fact, Need> implements FactStore<Fact, Need> {
  readonly #judge: (need: Need, fact: Fact) => Outcome;
  readonly #keyOf: (fact: Fact) => string;
  readonly #factOfKey: ((key: string) => Fact) | undefined;
  readonly #facts = new FactDictionary<Fact>();

  constructor({ judge, keyOf, factOfKey }: Definition<Fact, Need>) {
    this.#judge = judge;
    this.#keyOf = keyOf ?? jsonKeyOf;
    this.#factOfKey = factOfKey ?? (keyOf === undefined ? factOfJsonKey : undefined);
  }

  get slots(): number {
    return this.#facts.classOfSlot.length;
  }

  prepare(fact: Fact): (slot: number) => void {
    const key = this.#keyOf(fact);
    return (slot) => this.#facts.set(slot, key, fact);
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
  }

  holds(slot: number): boolean {
    return this.#facts.factOf(slot) !== undefined;
  }

  factOf(slot: number): Fact {
    const entry = this.#facts.factOf(slot);
    if (entry === undefined) throw noParticipant(slot);
    return entry.fact;
  }

  judge(need: Need, slot: number): Outcome {
    return this.#judge(need, this.factOf(slot));
  }

  select(need: Need): Answer {
    const outcomes = new Uint8Array(this.#facts.classCount);
    for (let number = 0; number < outcomes.length; number++) {
      const entry = this.#facts.factOfClass(number);
      if (entry !== undefined) outcomes[number] = bytes[this.#judge(need, entry.fact)];
    }
    const { pass, unknown } = columnKernel.selectByClass(this.#facts.classOfSlot, outcomes);
    return { pass: Bitset.of(pass), unknown: Bitset.of(unknown) };
  }

  image(): ColumnImage | undefined {
    return this.#factOfKey === undefined ? undefined : this.#facts.image(format);
  }

  restore(image: ColumnImage): boolean {
    if (this.#factOfKey === undefined || image.format !== format) return false;
    return this.#facts.restore(image, this.#factOfKey);
  }
}

const bytes: Readonly<Record<Outcome, number>> = { fail: 0, pass: passByte, unknown: unknownByte };
