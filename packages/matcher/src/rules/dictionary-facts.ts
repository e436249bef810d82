import type { ColumnImage } from "../columns/column-image.ts";
import { FactDictionary, noClass } from "../columns/fact-dictionary.ts";
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
  #present = new Bitset();

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
    return (slot) => {
      this.#facts.set(slot, key, fact);
      this.#present.add(slot);
    };
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
    this.#present.delete(slot);
  }

  holds(slot: number): boolean {
    return this.#present.has(slot);
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
    const { outcomes, common } = this.#judgeClasses(need);
    if (common !== undefined) return this.#sameForAll(common);
    const { pass, unknown } = columnKernel.selectByClass(this.#facts.classOfSlot, outcomes);
    return { pass: Bitset.of(pass), unknown: Bitset.of(unknown) };
  }

  image(): ColumnImage | undefined {
    return this.#factOfKey === undefined ? undefined : this.#facts.image(format);
  }

  restore(image: ColumnImage): boolean {
    if (this.#factOfKey === undefined || image.format !== format) return false;
    if (!this.#facts.restore(image, this.#factOfKey)) return false;
    this.#present = new Bitset();
    const classes = this.#facts.classOfSlot;
    for (let slot = 0; slot < classes.length; slot++) if (classes[slot] !== noClass) this.#present.add(slot);
    return true;
  }

  /** The outcome byte of every class, and the one that all classes have in common, if they do. */
  #judgeClasses(need: Need): { outcomes: Uint8Array; common: number | undefined } {
    const outcomes = new Uint8Array(this.#facts.classCount);
    let common: number | undefined;
    let areAlike = true;
    for (let number = 0; number < outcomes.length; number++) {
      const entry = this.#facts.factOfClass(number);
      if (entry === undefined) continue;
      const byte = byteOf(this.#judge(need, entry.fact));
      outcomes[number] = byte;
      common ??= byte;
      if (byte !== common) areAlike = false;
    }
    return { outcomes, common: areAlike ? common : undefined };
  }

  #sameForAll(byte: number): Answer {
    const everybodyIf = (isSo: boolean) => (isSo ? this.#present.clone() : new Bitset());
    return { pass: everybodyIf(byte === passByte), unknown: everybodyIf(byte === unknownByte) };
  }
}

function byteOf(outcome: Outcome): number {
  if (outcome === "pass") return passByte;
  return outcome === "unknown" ? unknownByte : 0;
}
