import type { RuleCounts } from "../columns/kernel/column-kernel.ts";
import type { UnknownPolicy } from "../request.ts";
import type { Outcome } from "../rules/rule.ts";

/** How one rule narrowed the field. `pass + unknown + fail` is the number of people who were looked at in all. */
export interface FunnelStep {
  readonly rule: string;
  readonly pass: number;
  readonly unknown: number;
  readonly fail: number;
  /** How many are left after this rule and all before it. */
  readonly remaining: number;
}

/** From everybody whom the asker may see to those who are left, rule by rule. */
export interface Funnel {
  readonly total: number;
  readonly steps: readonly FunnelStep[];
  readonly remaining: number;
}

/** How many people one unknown answer keeps open. */
export interface OpenAnswer {
  readonly rule: string;
  /** People who are left and whose outcome is unknown. */
  readonly unknown: number;
  /** Those of them for whom nothing else is unknown: the answer alone would settle the match. */
  readonly settles: number;
}

/** How many people came through the rules, and where the others were held back. */
export interface FunnelCounts {
  readonly funnel: Funnel;
  readonly openAnswers: readonly OpenAnswer[];
}

/** What all rules together make of somebody. `nearMiss`: exactly one excludes. */
export type Standing = "allowed" | "nearMiss" | "excluded";

/** Tells whether an outcome keeps somebody out. */
export function excludes(policy: UnknownPolicy): (outcome: Outcome) => boolean {
  return (outcome) => outcome === "fail" || (outcome === "unknown" && policy === "exclude");
}

interface CountedRule extends RuleCounts {
  readonly rule: string;
}

/** Counts people by what the rules say of them. */
export class RuleTally {
  #total: number;
  readonly #rules: readonly CountedRule[];
  readonly #excludes: (outcome: Outcome) => boolean;

  private constructor(total: number, rules: readonly CountedRule[], policy: UnknownPolicy) {
    this.#total = total;
    this.#rules = rules;
    this.#excludes = excludes(policy);
  }

  /** Goes on from what was counted before under the same policy. */
  static from({ funnel, openAnswers }: FunnelCounts, policy: UnknownPolicy): RuleTally {
    const openOf = new Map(openAnswers.map((each) => [each.rule, each]));
    const rules = funnel.steps.map(({ rule, pass, unknown, remaining }) => {
      const { unknown: open = 0, settles = 0 } = openOf.get(rule) ?? {};
      return { rule, pass, unknown, remaining, open, settles };
    });
    return new RuleTally(funnel.total, rules, policy);
  }

  /** Counts somebody. @param outcomes one for each rule, in the order of the funnel. */
  add(outcomes: readonly Outcome[]): Standing {
    return this.#count(outcomes, 1);
  }

  /** Takes out somebody who was counted. @param outcomes as they were. */
  remove(outcomes: readonly Outcome[]): void {
    this.#count(outcomes, -1);
  }

  get counts(): FunnelCounts {
    return funnelCounts(this.#total, this.#rules);
  }

  #count(outcomes: readonly Outcome[], one: 1 | -1): Standing {
    this.#total += one;
    let excluding = 0;
    for (const [index, count] of this.#rules.entries()) {
      const outcome = outcomes[index] ?? "fail";
      if (outcome !== "fail") count[outcome] += one;
      if (this.#excludes(outcome)) excluding += 1;
      if (excluding === 0) count.remaining += one;
    }
    if (excluding === 0) this.#countOpen(outcomes, one);
    if (excluding === 0) return "allowed";
    return excluding === 1 ? "nearMiss" : "excluded";
  }

  #countOpen(outcomes: readonly Outcome[], one: 1 | -1): void {
    const isSingle = outcomes.filter((outcome) => outcome === "unknown").length === 1;
    for (const [index, count] of this.#rules.entries()) {
      if (outcomes[index] !== "unknown") continue;
      count.open += one;
      if (isSingle) count.settles += one;
    }
  }
}

/** The funnel, and the open answers, those that settle most first. */
export function funnelCounts(total: number, counted: readonly CountedRule[]): FunnelCounts {
  const steps = counted.map(({ rule, pass, unknown, remaining }) => {
    return { rule, pass, unknown, fail: total - pass - unknown, remaining };
  });
  const openAnswers = counted
    .map(({ rule, open, settles }) => ({ rule, unknown: open, settles }))
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.settles - a.settles || b.unknown - a.unknown);
  return { funnel: { total, steps, remaining: steps.at(-1)?.remaining ?? total }, openAnswers };
}
