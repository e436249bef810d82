import { type LadderMove, ladderMove } from "../ladder/ladder-move.ts";
import { withLazyParts } from "../lazy-parts.ts";
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

/** What it takes to assess a pair. */
export interface AssessedPair {
  readonly pair: Pair;
  /** The participant's slot in the columns behind `applied`. */
  readonly slot: number;
  readonly applied: readonly AppliedRule[];
  readonly weights: Weights;
  /** The pair's score, where it is known already. */
  readonly score?: number;
  /** Ids of rules, those whose answers settle most first; rules not named come last. @default the order of the rules */
  readonly questionOrder?: readonly string[];
}

/**
 * Assesses one pair as it is now. Score and outcomes are there at once; what needs words is put into words when it is
 * read, since of a list few are read to the end.
 *
 * @param place what the result begins with, such as its rank.
 */
export function assess<Place extends object>(assessed: AssessedPair, place: Place): Place & Assessment {
  const { pair, slot, applied, weights } = assessed;
  const results = applied.map(({ rule, requirement }) =>
    withLazyParts(
      { rule: rule.id, outcome: requirement.judge(slot) },
      { evidence: requirement.explainLater(slot) },
    ),
  );
  const base = {
    ...place,
    participant: pair.participant.id,
    vacancy: pair.vacancy.id,
    score: assessed.score ?? scoreOf(pair, weights),
  };
  return withLazyParts(base, {
    contributions: () => contributionsOf(pair, weights),
    rules: () => results,
    questions: () => questionsOf(results, assessed.questionOrder ?? []),
    remedies: () =>
      results.filter(({ outcome }) => outcome === "fail").flatMap(({ evidence }) => evidence.remedies ?? []),
    ladder: () => ladderMove(pair.participant, pair.vacancy),
  });
}

function questionsOf(results: readonly RuleResult[], order: readonly string[]): Question[] {
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return results
    .filter(({ outcome }) => outcome === "unknown")
    .sort((a, b) => placeOf(a.rule) - placeOf(b.rule))
    .flatMap(({ evidence }) => evidence.questions ?? []);
}
