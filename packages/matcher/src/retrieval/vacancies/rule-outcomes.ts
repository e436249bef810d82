import { noClass } from "../../columns/fact-dictionary.ts";
import { type OpenQuestion, openQuestions } from "../../rules/question-tally.ts";
import type { AppliedRule, Outcome, Rule } from "../../rules/rule.ts";
import type { RuleDemands, VacancyRules } from "./vacancy-rules.ts";

/** How one participant comes out under one rule of all vacancies. Each demand is judged once, when it is met first. */
export class RuleOutcomes {
  readonly rule: Rule;
  readonly #demands: RuleDemands["demands"];
  readonly #slot: number;
  readonly #outcomes: (Outcome | undefined)[];
  readonly #questions = new Map<number, readonly OpenQuestion[]>();

  /** @param slot the participant's. */
  constructor({ rule, demands }: RuleDemands, slot: number) {
    this.rule = rule;
    this.#demands = demands;
    this.#slot = slot;
    this.#outcomes = new Array(demands.classCount).fill(undefined);
    this.#outcomes[noClass] = "pass";
  }

  /** The outcome for the vacancy in a slot; `pass` where it demands nothing. */
  outcomeOf(vacancy: number): Outcome {
    const number = this.#demands.classOf(vacancy);
    return this.#outcomes[number] ?? this.#judge(number);
  }

  /** What to ask the participant about the vacancy in a slot, for which the outcome is unknown. */
  questionsOf(vacancy: number): readonly OpenQuestion[] {
    const number = this.#demands.classOf(vacancy);
    const questions = this.#questions.get(number) ?? openQuestions(this.#applied(number), this.#slot);
    this.#questions.set(number, questions);
    return questions;
  }

  #judge(number: number): Outcome {
    const outcome = this.#demands.factOfClass(number)?.fact.judge(this.#slot) ?? "pass";
    this.#outcomes[number] = outcome;
    return outcome;
  }

  #applied(number: number): AppliedRule[] {
    const demand = this.#demands.factOfClass(number);
    return demand === undefined ? [] : [{ rule: this.rule, requirement: demand.fact }];
  }
}

/** How the participant in a slot comes out under each rule of all vacancies. Valid until anything changes. */
export function ruleOutcomes({ demands }: VacancyRules, slot: number): RuleOutcomes[] {
  return demands.map((each) => new RuleOutcomes(each, slot));
}
