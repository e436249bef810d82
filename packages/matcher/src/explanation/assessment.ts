import { type LadderMove, ladderMove } from "../ladder/ladder-move.ts";
import type { Pair } from "../ranking/feature.ts";
import { type Contribution, contributionsOf, scoreOf, type Weights } from "../ranking/scorer.ts";
import type { AppliedRule, Question, Remedy, RuleResult } from "../rules/rule.ts";

/** All that is said of one pair. Score, contributions and explanation come from the same numbers. */
export interface Assessment {
  readonly participant: string;
  readonly vacancy: string;
  /** 0 to 1; the sum of the contributions. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  /** The outcome of every rule that the vacancy makes use of, in the order of the funnel. */
  readonly rules: readonly RuleResult[];
  /** What to ask the person, most useful first. */
  readonly questions: readonly Question[];
  /** What the person could change to pass the rules that failed. */
  readonly remedies: readonly Remedy[];
  /** Where the place stands on the ladder towards ordinary work, seen from where the person stands now. */
  readonly ladder: LadderMove;
}

/**
 * Assesses one pair.
 *
 * @param slot the participant's slot in the columns behind `applied`.
 * @param questionOrder ids of rules, those whose answers settle most first; rules not named come last.
 */
export function assess(
  pair: Pair,
  slot: number,
  applied: readonly AppliedRule[],
  weights: Weights,
  questionOrder: readonly string[] = [],
): Assessment {
  const rules = applied.map(({ rule, requirement }) => ({
    rule: rule.id,
    outcome: requirement.judge(slot),
    evidence: requirement.explain(slot),
  }));
  const place = (id: string) =>
    questionOrder.includes(id) ? questionOrder.indexOf(id) : questionOrder.length;
  return {
    participant: pair.participant.id,
    vacancy: pair.vacancy.id,
    score: scoreOf(pair, weights),
    contributions: contributionsOf(pair, weights),
    rules,
    questions: rules
      .filter(({ outcome }) => outcome === "unknown")
      .sort((a, b) => place(a.rule) - place(b.rule))
      .flatMap(({ evidence }) => evidence.questions ?? []),
    remedies: rules
      .filter(({ outcome }) => outcome === "fail")
      .flatMap(({ evidence }) => evidence.remedies ?? []),
    ladder: ladderMove(pair.participant, pair.vacancy),
  };
}
