import type { Vacancy } from "@jobbmatch/shared";
import { type LadderMove, ladderMove } from "../ladder/ladder-move.ts";
import { lazyParts } from "../lazy-parts.ts";
import type { Pair } from "../ranking/feature.ts";
import {
  type Contribution,
  contributionsOf,
  scoreOf,
  type ValuedFeature,
  valuedFeatures,
  type Weights,
} from "../ranking/scorer.ts";
import type { AppliedRule, Question, Remedy, RuleResult } from "../rules/rule.ts";
import { type JudgedRule, judgedRules } from "./judged-rule.ts";

/**
 * All that is said of one pair. Score, contributions and explanation come from the same numbers. It tells of the moment of
 * the match; what is not read costs next to nothing, since it is put together, and put into words, when it is read.
 */
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
}

/** Assesses one pair as it is now. */
export function assess({ pair, slot, applied, weights }: AssessedPair): Assessment {
  const valued = valuedFeatures(pair);
  const score = scoreOf(valued, weights);
  const judged = judgedRules(applied, slot);
  return assessmentFrom(
    { participant: pair.participant.id, vacancy: pair.vacancy.id, score },
    { valued, weights, judged, questionOrder: [], pair: () => pair, vacancy: pair.vacancy },
  );
}

/** What an assessment rests on, as it was at the moment of the match. */
export interface AssessmentSource {
  readonly vacancy: Vacancy;
  readonly valued: readonly ValuedFeature[];
  readonly weights: Weights;
  readonly judged: readonly JudgedRule[];
  /** Ids of rules, those whose answers settle most first; rules not named come last. */
  readonly questionOrder: readonly string[];
  /** Called when something is read that is said in the words of the profile; gives the same pair each time. */
  readonly pair: () => Pair;
}

type Beginning = Pick<Assessment, "participant" | "vacancy" | "score">;

/**
 * Adds to the beginning of an assessment what else is said. It is put together when it is read, since of a list few are
 * read to the end.
 */
export const assessmentFrom: <Begun extends Beginning>(
  beginning: Begun,
  source: AssessmentSource,
) => Begun & Assessment = lazyParts<AssessmentSource, Omit<Assessment, keyof Beginning>>({
  contributions: ({ valued, weights, pair }) => contributionsOf(valued, weights, pair),
  rules: ({ judged }) => judged.map((each) => each.result()),
  questions: ({ judged, questionOrder }) => questionsOf(judged, questionOrder),
  remedies: ({ judged }) => remediesOf(judged),
  ladder: ({ pair, vacancy }) => ladderMove(pair().participant, vacancy),
});

function questionsOf(judged: readonly JudgedRule[], order: readonly string[]): Question[] {
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return judged
    .filter(({ outcome }) => outcome === "unknown")
    .sort((a, b) => placeOf(a.rule) - placeOf(b.rule))
    .flatMap(({ evidence }) => evidence.questions ?? []);
}

function remediesOf(judged: readonly JudgedRule[]): Remedy[] {
  return judged
    .filter(({ outcome }) => outcome === "fail")
    .flatMap(({ evidence }) => evidence.remedies ?? []);
}
