import type { Participant, Vacancy } from "@jobbmatch/shared";
import { type Answer, AnswerCache } from "./answer-cache.ts";
import { Bitset } from "./bitset.ts";
import type { FactColumn, MatchContext, Outcome, Requirement, RuleDefinition } from "./rule.ts";

/** Participants whose facts are interchangeable for a rule. */
interface FactClass<Fact> {
  readonly key: string;
  readonly fact: Fact;
  members: number;
}

const noClass = 0;

/**
 * A column of facts, dictionary-encoded: each distinct fact is stored and judged once, and a slot holds the number
 * of its class. Real populations have few distinct facts (a few hundred timetables among 100,000 people). Answers for all
 * participants are remembered by need where the rule names a key for it.
 */
export class RuleColumn<Fact, Need> implements FactColumn {
  readonly #definition: RuleDefinition<Fact, Need>;
  readonly #keyOf: (fact: Fact) => string;
  readonly #answers = new AnswerCache();
  readonly #numbers = new Map<string, number>();
  /** Class 0 stands for "no participant in this slot". */
  readonly #classes: (FactClass<Fact> | undefined)[] = [undefined];
  readonly #freeNumbers: number[] = [];
  #classOfSlot = new Uint32Array(64);
  #slots = 0;

  constructor(definition: RuleDefinition<Fact, Need>) {
    this.#definition = definition;
    this.#keyOf = definition.keyOf ?? ((fact) => JSON.stringify(fact) ?? "");
  }

  prepare(participant: Participant): (slot: number) => void {
    const fact = this.#definition.factOf(participant);
    const key = this.#keyOf(fact);
    return (slot) => this.#set(slot, key, fact);
  }

  remove(slot: number): void {
    this.#leave(slot);
    this.#answers.noteChange(slot);
  }

  #leave(slot: number): void {
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
      this.#slots,
      () => this.#answerAnew(need),
      (answer, slot) => this.#update(need, answer, slot),
    );
  }

  #answerAnew(need: Need): Answer {
    const outcomes = this.#judgeClasses(need);
    const classes = this.#classOfSlot.subarray(0, this.#slots);
    return {
      pass: Bitset.where(classes, outcomes, passCode),
      unknown: Bitset.where(classes, outcomes, unknownCode),
    };
  }

  #update(need: Need, { pass, unknown }: Answer, slot: number): void {
    pass.delete(slot);
    unknown.delete(slot);
    const entry = this.#classes[this.#classOfSlot[slot] ?? noClass];
    if (entry === undefined) return;
    const outcome = this.#definition.judge(need, entry.fact);
    if (outcome === "pass") pass.add(slot);
    else if (outcome === "unknown") unknown.add(slot);
  }

  #judgeClasses(need: Need): Uint8Array {
    const outcomes = new Uint8Array(this.#classes.length);
    for (const [number, entry] of this.#classes.entries()) {
      if (entry !== undefined) outcomes[number] = codes[this.#definition.judge(need, entry.fact)];
    }
    return outcomes;
  }

  #set(slot: number, key: string, fact: Fact): void {
    const number = this.#enter(key, fact);
    this.#leave(slot);
    this.#reserve(slot + 1);
    this.#classOfSlot[slot] = number;
    this.#answers.noteChange(slot);
    this.#slots = Math.max(this.#slots, slot + 1);
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

  #factOf(slot: number): Fact {
    const entry = this.#classes[this.#classOfSlot[slot] ?? noClass];
    if (entry === undefined) throw new RangeError(`no participant in slot ${slot}`);
    return entry.fact;
  }

  #reserve(capacity: number): void {
    if (capacity <= this.#classOfSlot.length) return;
    const grown = new Uint32Array(Math.max(capacity, this.#classOfSlot.length * 2));
    grown.set(this.#classOfSlot);
    this.#classOfSlot = grown;
  }
}

const passCode = 1;
const unknownCode = 2;
const codes: Readonly<Record<Outcome, number>> = { fail: 0, pass: passCode, unknown: unknownCode };
