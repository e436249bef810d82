import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest, UnknownPolicy } from "../../request.ts";
import { scoreError } from "../candidates/score-intervals.ts";
import type { SearchIndex } from "../candidates/top-candidates.ts";
import { ParticipantScorer } from "./participant-scorer.ts";
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
  const able = ableVacancies(features, scorer.bounds(features.slots), {
    least,
    verdictOn: (place) => verdictOn(rules, place, unknown),
  });
  return scored(able, scorer).filter(({ vacancy, verdict, score }) => score >= least(vacancy, verdict));
}

/** A vacancy, by slot and id, on one of whose lists the participant can stand. */
interface AbleVacancy {
  readonly place: number;
  readonly vacancy: string;
  readonly verdict: Verdict;
}

interface Demands {
  readonly least: LeastScore;
  readonly verdictOn: (place: number) => Verdict | "excluded";
}

/** The vacancies whose lists the bound of the score reaches, and which the rules leave. */
function ableVacancies(
  features: VacancyFeatures,
  bounds: Float64Array,
  { least, verdictOn }: Demands,
): AbleVacancy[] {
  const { slots } = features;
  const able: AbleVacancy[] = [];
  // By index: to call a function and make a list for each of thousands is a fifth of the whole.
  for (let index = 0; index < slots.length; index++) {
    const place = slots[index] ?? 0;
    const vacancy = features.idOf(place);
    const most = (bounds[index] ?? 0) + scoreError;
    if (most < least(vacancy, "allowed") && most < least(vacancy, "nearMiss")) continue;
    const verdict = verdictOn(place);
    if (verdict !== "excluded" && most >= least(vacancy, verdict)) able.push({ place, vacancy, verdict });
  }
  return able;
}

function scored(able: readonly AbleVacancy[], scorer: ParticipantScorer): VacancyScore[] {
  const scores = scorer.scores(Uint32Array.from(able, ({ place }) => place));
  return able.map(({ vacancy, verdict }, index) => ({ vacancy, verdict, score: scores[index] ?? 0 }));
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
