import { noClass } from "../../columns/fact-dictionary.ts";
import type { UnknownPolicy } from "../../request.ts";
import { type OpenQuestion, openQuestions } from "../../rules/question-tally.ts";
import type { Outcome, Rule } from "../../rules/rule.ts";
import type { VacancyRules } from "./vacancy-rules.ts";

/** On which list of a vacancy somebody can stand: its candidates, or its near misses. */
export type Verdict = "allowed" | "nearMiss";

/** Outcomes by the byte that stands for them; 0 stands for a demand that was not judged yet. */
const outcomeOfByte = ["pass", "pass", "fail", "unknown"] as const satisfies Outcome[];
const [notJudged, passByte, failByte] = [0, 1, 2];

/**
 * How the participant in a slot comes out under each rule of all vacancies. Each demand is judged once, when it is met first.
 * Valid until anything changes.
 */
export class RuleOutcomes {
  readonly rules: readonly Rule[];
  readonly #demands: VacancyRules;
  readonly #numbers: VacancyRules["numbers"];
  readonly #slot: number;
  /** By the number of the demand. */
  readonly #outcomes: Uint8Array;
  readonly #questions = new Map<number, readonly OpenQuestion[]>();

  /** @param slot the participant's. */
  constructor(demands: VacancyRules, slot: number) {
    this.rules = demands.rules;
    this.#demands = demands;
    this.#numbers = demands.numbers;
    this.#slot = slot;
    this.#outcomes = new Uint8Array(demands.demandCount);
    this.#outcomes[noClass] = passByte;
  }

  /** The outcome of a rule, by its position, for the vacancy in a slot; `pass` where it demands nothing. */
  outcomeOf(vacancy: number, rule: number): Outcome {
    return outcomeOfByte[this.#outcomeByte(vacancy, rule)] ?? "pass";
  }

  /** What to ask the participant about the vacancy in a slot, for which the outcome of a rule is unknown. */
  questionsOf(vacancy: number, rule: number): readonly OpenQuestion[] {
    const number = this.#numberOf(vacancy, rule);
    const known = this.#questions.get(number);
    if (known !== undefined) return known;
    const [applied, requirement] = [this.rules[rule], this.#demands.demand(number)];
    const isDemanded = applied !== undefined && requirement !== undefined;
    const questions = isDemanded ? openQuestions([{ rule: applied, requirement }], this.#slot) : [];
    this.#questions.set(number, questions);
    return questions;
  }

  /** Whether no rule keeps the participant off the candidates of the vacancy in a slot. */
  allows(vacancy: number, policy: UnknownPolicy): boolean {
    for (let rule = 0; rule < this.rules.length; rule++)
      if (this.#blocks(vacancy, rule, policy)) return false;
    return true;
  }

  /** On which list of the vacancy in a slot the participant can stand. */
  verdictOn(vacancy: number, policy: UnknownPolicy): Verdict | "excluded" {
    let isBlocked = false;
    for (let rule = 0; rule < this.rules.length; rule++) {
      if (!this.#blocks(vacancy, rule, policy)) continue;
      if (isBlocked || this.rules[rule]?.border === true) return "excluded";
      isBlocked = true;
    }
    return isBlocked ? "nearMiss" : "allowed";
  }

  #blocks(vacancy: number, rule: number, policy: UnknownPolicy): boolean {
    const byte = this.#outcomeByte(vacancy, rule);
    if (byte === passByte) return false;
    return byte === failByte || policy === "exclude" || this.rules[rule]?.border === true;
  }

  #numberOf(vacancy: number, rule: number): number {
    return this.#numbers[vacancy * this.rules.length + rule] ?? noClass;
  }

  #outcomeByte(vacancy: number, rule: number): number {
    const number = this.#numberOf(vacancy, rule);
    const known = this.#outcomes[number] ?? notJudged;
    return known === notJudged ? this.#judge(number) : known;
  }

  #judge(number: number): number {
    const outcome = this.#demands.demand(number)?.judge(this.#slot) ?? "pass";
    const byte = outcomeOfByte.lastIndexOf(outcome);
    this.#outcomes[number] = byte;
    return byte;
  }
}
