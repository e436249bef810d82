import { lazyParts } from "../lazy-parts.ts";
import type { AppliedRule, Evidence, Outcome, RuleResult } from "../rules/rule.ts";

/** How one rule came out for one pair. Why is put into words when it is read, of what was known at the moment of judging. */
export class JudgedRule {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly #explain: () => Evidence;
  #evidence: Evidence | undefined;

  /** Judges whoever is in the slot now. */
  constructor({ rule, requirement }: AppliedRule, slot: number) {
    this.rule = rule.id;
    this.outcome = requirement.judge(slot);
    this.#explain = requirement.explainLater(slot);
  }

  get evidence(): Evidence {
    this.#evidence ??= this.#explain();
    return this.#evidence;
  }

  result(): RuleResult {
    return withEvidence({ rule: this.rule, outcome: this.outcome }, this);
  }
}

const withEvidence = lazyParts<JudgedRule, Pick<RuleResult, "evidence">>({
  evidence: ({ evidence }) => evidence,
});

/** How all rules come out for whoever is in the slot now. */
export function judgedRules(applied: readonly AppliedRule[], slot: number): JudgedRule[] {
  return applied.map((each) => new JudgedRule(each, slot));
}
