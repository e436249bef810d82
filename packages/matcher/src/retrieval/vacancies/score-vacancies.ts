import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest, UnknownPolicy } from "../../request.ts";
import { scoreError } from "../candidates/score-intervals.ts";
import type { SearchIndex } from "../candidates/top-candidates.ts";
import { LeastScores, type NeededScores } from "./least-scores.ts";
import { ParticipantScorer, type ReachableVacancies } from "./participant-scorer.ts";
import { RuleOutcomes, type Verdict } from "./rule-outcomes.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

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
  least: LeastScore | LeastScores = () => Number.NEGATIVE_INFINITY,
): VacancyScore[] {
  const features = index.vacancyTables.features();
  const outcomes = new RuleOutcomes(index.vacancyTables.rules({ date }), slot);
  const scorer = new ParticipantScorer(index, features, { slot, date, weights: completeWeights(weights) });
  const needed = neededScores(features, least);
  const judged = { outcomes, policy: unknown };
  const reachable = scorer.reachable(features.slots, leastOf(features, needed, judged));
  const able = ableVacancies(features.slots, needed, { reachable, judged });
  const scores = scorer.scores(Uint32Array.from(able, ({ place }) => place));
  return able.flatMap(({ place, verdict, least }, index) => {
    const score = scores[index] ?? 0;
    return score >= least ? [{ vacancy: features.idOf(place), verdict, score }] : [];
  });
}

interface Judged {
  readonly outcomes: RuleOutcomes;
  readonly policy: UnknownPolicy;
}

/** What the lists of each vacancy take, in the order of the vacancies. */
function neededScores({ ids, arrays }: VacancyFeatures, least: LeastScore | LeastScores): NeededScores {
  if (least instanceof LeastScores) {
    const floats = (name: string) => arrays.floats(name, ids.length);
    return least.read(ids, { allowed: floats("allowed"), nearMiss: floats("near miss") });
  }
  return {
    allowed: Float64Array.from(ids, (id) => least(id, "allowed")),
    nearMiss: Float64Array.from(ids, (id) => least(id, "nearMiss")),
  };
}

/**
 * What it takes at least to stand on one of a vacancy's lists. Where a list has room for everybody, no bound of the score tells
 * anything, so that the rules are asked at once whether the participant can stand on that list.
 */
function leastOf({ slots, arrays }: VacancyFeatures, needed: NeededScores, judged: Judged): Float64Array {
  const { allowed, nearMiss } = needed;
  const either = arrays.floats("least", slots.length);
  for (let index = 0; index < slots.length; index++) {
    const one = allowed[index] ?? 0;
    const other = nearMiss[index] ?? 0;
    const least = Math.min(one, other);
    either[index] = least > 0 ? least : leastByRules(slots[index] ?? 0, one, other, judged);
  }
  return either;
}

function leastByRules(
  place: number,
  allowed: number,
  nearMiss: number,
  { outcomes, policy }: Judged,
): number {
  // Where near misses take something, two rules that exclude somebody tell no more than one.
  if (nearMiss > 0) return outcomes.allows(place, policy) ? allowed : nearMiss;
  return neededFor(outcomes.verdictOn(place, policy), allowed, nearMiss);
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
  readonly judged: Judged;
}

/** The vacancies whose lists the bound of the score reaches, and which the rules leave. */
function ableVacancies(
  slots: Uint32Array,
  { allowed, nearMiss }: NeededScores,
  { reachable: { positions, bounds }, judged: { outcomes, policy } }: Reached,
): AbleVacancy[] {
  const able: AbleVacancy[] = [];
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] ?? 0;
    const place = slots[position] ?? 0;
    const most = (bounds[index] ?? 0) + scoreError;
    const one = allowed[position] ?? 0;
    const other = nearMiss[position] ?? 0;
    if (most < one && most < other) continue;
    const verdict = outcomes.verdictOn(place, policy);
    const least = neededFor(verdict, one, other);
    if (verdict !== "excluded" && most >= least) able.push({ place, verdict, least });
  }
  return able;
}
