import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../columns/column-image.ts";
import { FactDictionary } from "../columns/fact-dictionary.ts";
import { factOfJsonKey, jsonKeyOf } from "../columns/json-key.ts";
import { type Answer, AnswerCache } from "./answer-cache.ts";
import { Bitset } from "./bitset.ts";
import type { FactColumn, MatchContext, Outcome, Requirement, RuleDefinition } from "./rule.ts";

/**
 * A column of one rule's facts. Each distinct fact is judged once for all who share it; answers for all participants are
 * remembered by need where the rule names a key for it.
 */
export class RuleColumn<Fact, Need> implements FactColumn {
  readonly #definition: RuleDefinition<Fact, Need>;
  readonly #keyOf: (fact: Fact) => string;
  readonly #factOfKey: ((key: string) => Fact) | undefined;
  readonly #format: string;
  readonly #facts = new FactDictionary<Fact>();
  readonly #answers = new AnswerCache();

  constructor(definition: RuleDefinition<Fact, Need>) {
    this.#definition = definition;
    this.#keyOf = definition.keyOf ?? jsonKeyOf;
    this.#factOfKey = definition.factOfKey ?? (definition.keyOf === undefined ? factOfJsonKey : undefined);
    this.#format = `facts ${definition.factVersion ?? 1}`;
  }

  prepare(participant: Participant): (slot: number) => void {
    const fact = this.#definition.factOf(participant);
    const key = this.#keyOf(fact);
    return (slot) => {
      this.#facts.set(slot, key, fact);
      this.#answers.noteChange(slot);
    };
  }

  remove(slot: number): void {
    this.#facts.remove(slot);
    this.#answers.noteChange(slot);
  }

  image(): ColumnImage | undefined {
    return this.#factOfKey === undefined ? undefined : this.#facts.image(this.#format);
  }

  restore(image: ColumnImage): boolean {
    if (this.#factOfKey === undefined || image.format !== this.#format) return false;
    if (!this.#facts.restore(image, this.#factOfKey)) return false;
    this.#answers.clear();
    return true;
  }

  compile(vacancy: Vacancy, context: MatchContext): Requirement | undefined {
    const need = this.#definition.needOf(vacancy, context);
    if (need === undefined) return undefined;
    return {
      select: () => this.#answer(need),
      judge: (slot) => this.#definition.judge(need, this.#factOf(slot)),
      explain: (slot) => this.#definition.explain(need, this.#factOf(slot)),
    };
  }

  #answer(need: Need): Answer {
    const { needKeyOf } = this.#definition;
    if (needKeyOf === undefined) return this.#answerAnew(need);
    return this.#answers.get(
      needKeyOf(need),
      this.#facts.classOfSlot.length,
      () => this.#answerAnew(need),
      (answer, slot) => this.#update(need, answer, slot),
    );
  }

  #answerAnew(need: Need): Answer {
    const outcomes = this.#judgeClasses(need);
    const classes = this.#facts.classOfSlot;
    return {
      pass: Bitset.where(classes, outcomes, passCode),
      unknown: Bitset.where(classes, outcomes, unknownCode),
    };
  }

  #update(need: Need, { pass, unknown }: Answer, slot: number): void {
    pass.delete(slot);
    unknown.delete(slot);
    const entry = this.#facts.factOf(slot);
    if (entry === undefined) return;
    const outcome = this.#definition.judge(need, entry.fact);
    if (outcome === "pass") pass.add(slot);
    else if (outcome === "unknown") unknown.add(slot);
  }

  #judgeClasses(need: Need): Uint8Array {
    const outcomes = new Uint8Array(this.#facts.classCount);
    for (let number = 0; number < outcomes.length; number++) {
      const entry = this.#facts.factOfClass(number);
      if (entry !== undefined) outcomes[number] = codes[this.#definition.judge(need, entry.fact)];
    }
    return outcomes;
  }

  #factOf(slot: number): Fact {
    const entry = this.#facts.factOf(slot);
    if (entry === undefined) throw new RangeError(`no participant in slot ${slot}`);
    return entry.fact;
  }
}

const passCode = 1;
const unknownCode = 2;
const codes: Readonly<Record<Outcome, number>> = { fail: 0, pass: passCode, unknown: unknownCode };
