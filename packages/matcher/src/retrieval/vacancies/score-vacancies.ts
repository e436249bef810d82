import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest, UnknownPolicy } from "../../request.ts";
import { scoreError } from "../candidates/score-intervals.ts";
import type { SearchIndex } from "../candidates/top-candidates.ts";
import { ParticipantScorer, type ReachableVacancies } from "./participant-scorer.ts";
import { type RuleOutcomes, ruleOutcomes } from "./rule-outcomes.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** On which list of a vacancy somebody can stand: its candidates, or its near misses. */
export type Verdict = "allowed" | "nearMiss";

/** What decides whether a participant stands on a vacancy's list. */
export interface VacancyScore {
  readonly vacancy: string;
  readonly verdict: Verdict;
  /** 0 to 1. */
  readonly score: number;
}

/** The score that it takes to stand on a list of a vacancy. */
export type LeastScore = (vacancy: string, verdict: Verdict) => number;

/**
 * The vacancies on whose lists the participant in a slot can stand, with the scores that the lists would give. Whether the
 * score can reach what a list takes is asked first: that leaves few for the rules, and fewer to be scored. The asker's
 * units decide who is seen, not which vacancies are.
 *
 * @param least vacancies that the participant does not reach are left out. Default: none.
 */
export function scoreVacancies(
  index: SearchIndex,
  slot: number,
  { date, weights, unknown }: CompleteMatchRequest,
  least: LeastScore = () => Number.NEGATIVE_INFINITY,
): VacancyScore[] {
  const features = index.vacancyTables.features();
  const rules = ruleOutcomes(index.vacancyTables.rules({ date }), slot);
  const scorer = new ParticipantScorer(index, features, { slot, date, weights: completeWeights(weights) });
  const needed = neededScores(features, least);
  const judge = (place: number) => verdictOn(rules, place, unknown);
  const reachable = scorer.reachable(features.slots, leastOf(needed, features.slots, judge));
  const able = ableVacancies(features.slots, needed, { reachable, judge });
  const scores = scorer.scores(Uint32Array.from(able, ({ place }) => place));
  return able.flatMap(({ place, verdict, least }, index) => {
    const score = scores[index] ?? 0;
    return score >= least ? [{ vacancy: features.idOf(place), verdict, score }] : [];
  });
}

/** What the lists of each vacancy take, in the order of the vacancies. */
type NeededScores = Readonly<Record<Verdict, Float64Array>>;

/** What the rules say of the vacancy in a slot. */
type Judge = (place: number) => Verdict | "excluded";

function neededScores(features: VacancyFeatures, least: LeastScore): NeededScores {
  const { slots } = features;
  const [allowed, nearMiss] = [new Float64Array(slots.length), new Float64Array(slots.length)];
  for (let index = 0; index < slots.length; index++) {
    const vacancy = features.idOf(slots[index] ?? 0);
    allowed[index] = least(vacancy, "allowed");
    nearMiss[index] = least(vacancy, "nearMiss");
  }
  return { allowed, nearMiss };
}

/**
 * What it takes to stand on one of a vacancy's lists. Where a list has room for everybody, no bound of the score tells anything,
 * so that the rules are asked at once whether the participant can stand on that list.
 */
function leastOf({ allowed, nearMiss }: NeededScores, slots: Uint32Array, judge: Judge): Float64Array {
  const either = new Float64Array(slots.length);
  for (let index = 0; index < slots.length; index++) {
    const [one, other] = [allowed[index] ?? 0, nearMiss[index] ?? 0];
    const least = Math.min(one, other);
    if (least > 0) either[index] = least;
    else either[index] = neededFor(judge(slots[index] ?? 0), one, other);
  }
  return either;
}

function neededFor(verdict: Verdict | "excluded", allowed: number, nearMiss: number): number {
  if (verdict === "excluded") return Number.POSITIVE_INFINITY;
  return verdict === "allowed" ? allowed : nearMiss;
}

/** A vacancy, by slot, on one of whose lists the participant can stand. */
interface AbleVacancy {
  readonly place: number;
  readonly verdict: Verdict;
  /** What the list takes. */
  readonly least: number;
}

interface Reached {
  readonly reachable: ReachableVacancies;
  readonly judge: Judge;
}

/** The vacancies whose lists the bound of the score reaches, and which the rules leave. */
function ableVacancies(
  slots: Uint32Array,
  { allowed, nearMiss }: NeededScores,
  { reachable: { positions, bounds }, judge }: Reached,
): AbleVacancy[] {
  const able: AbleVacancy[] = [];
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] ?? 0;
    const place = slots[position] ?? 0;
    const most = (bounds[index] ?? 0) + scoreError;
    const [one, other] = [allowed[position] ?? 0, nearMiss[position] ?? 0];
    if (most < one && most < other) continue;
    const verdict = judge(place);
    const least = neededFor(verdict, one, other);
    if (verdict !== "excluded" && most >= least) able.push({ place, verdict, least });
  }
  return able;
}

function verdictOn(
  rules: readonly RuleOutcomes[],
  vacancy: number,
  policy: UnknownPolicy,
): Verdict | "excluded" {
  let isBlocked = false;
  for (const judged of rules) {
    const outcome = judged.outcomeOf(vacancy);
    if (outcome === "pass") continue;
    if (judged.rule.border) return "excluded";
    if (outcome === "unknown" && policy === "keep") continue;
    if (isBlocked) return "excluded";
    isBlocked = true;
  }
  return isBlocked ? "nearMiss" : "allowed";
}
