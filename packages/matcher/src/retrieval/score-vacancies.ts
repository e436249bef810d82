import type { CompleteMatchRequest } from "../request.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { type JudgedVacancy, judgedVacancies } from "./judged-vacancies.ts";
import type { SearchIndex } from "./top-candidates.ts";

/** On which list of a vacancy somebody can stand: its candidates, its near misses, or none. */
export type Verdict = "allowed" | "nearMiss" | "excluded";

/** What decides whether a participant stands on a vacancy's list. */
export interface VacancyScore {
  readonly vacancy: string;
  readonly verdict: Verdict;
  /** 0 to 1, whatever the verdict. */
  readonly score: number;
}

/** Every vacancy's verdict and score for the participant in a slot. */
export function scoreVacancies(
  index: SearchIndex,
  slot: number,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteMatchRequest,
): VacancyScore[] {
  return judgedVacancies(index, slot, vacancies, request).map((judged) => ({
    vacancy: judged.id,
    verdict: verdictOf(judged),
    score: judged.score,
  }));
}

function verdictOf({ hidden, blocking }: JudgedVacancy): Verdict {
  if (hidden || blocking.length > 1) return "excluded";
  return blocking.length === 0 ? "allowed" : "nearMiss";
}
