import type { CompleteMatchRequest, UnknownPolicy } from "../request.ts";
import type { AppliedRule } from "../rules/rule.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { ParticipantTexts } from "./participant-texts.ts";
import type { SearchIndex } from "./top-candidates.ts";

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

export interface VacancyScoring {
  readonly vacancies: Iterable<StoredVacancy>;
  readonly request: CompleteMatchRequest;
  /** Vacancies that the participant does not reach are left out. Default: none. */
  readonly least?: LeastScore | undefined;
}

/**
 * The vacancies on whose lists the participant in a slot can stand, with the scores that the lists would give. Rules are
 * asked first: every second vacancy needs no score then. The asker's units decide who is seen, not which vacancies are,
 * so all askers share what is prepared.
 */
export function scoreVacancies(
  { participants, vectors, prepared }: SearchIndex,
  slot: number,
  { vacancies, request, least = () => Number.NEGATIVE_INFINITY }: VacancyScoring,
): VacancyScore[] {
  const { units: _units, ...forAnybody } = request;
  const texts = new ParticipantTexts(participants, vectors, slot);
  const scores: VacancyScore[] = [];
  for (const { applied, stored, scorer } of prepared.of(vacancies, forAnybody)) {
    const verdict = verdictOn(applied, slot, request.unknown);
    if (verdict === "excluded") continue;
    const vacancy = stored.vacancy.id;
    const needed = least(vacancy, verdict);
    if (needed > 1) continue;
    const score = scorer.score(slot, texts.comparedWith(stored));
    if (score >= needed) scores.push({ vacancy, verdict, score });
  }
  return scores;
}

function verdictOn(
  applied: readonly AppliedRule[],
  slot: number,
  policy: UnknownPolicy,
): Verdict | "excluded" {
  let isBlocked = false;
  for (const { rule, requirement } of applied) {
    const outcome = requirement.judge(slot);
    if (outcome === "pass") continue;
    if (rule.border) return "excluded";
    if (outcome === "unknown" && policy === "keep") continue;
    if (isBlocked) return "excluded";
    isBlocked = true;
  }
  return isBlocked ? "nearMiss" : "allowed";
}
