import type { Matcher } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Standing } from "../storage/queries/find-touched-shortlists.ts";

/** The most that a request may ask for. */
const mostVacancies = 10_000;
const mostNearMisses = 1000;

/** A participant of one unit on one day. */
export interface StandingsRequest {
  readonly participant: string;
  readonly unit: string;
  readonly date: string;
}

/** How a participant stands with every vacancy that no rule closes, or only one; nothing for an unknown participant. */
export function standingsOf(matcher: Matcher, { participant, unit, date }: StandingsRequest): Standing[] {
  try {
    const request = { limit: mostVacancies, nearMisses: mostNearMisses, units: [unit], date };
    const { vacancies, nearMisses } = matcher.topVacancies(participant, request);
    return [
      ...vacancies.map(({ vacancy, score }) => ({ vacancy, score, isNearMiss: false })),
      ...nearMisses.map(({ vacancy, score }) => ({ vacancy, score, isNearMiss: true })),
    ];
  } catch (error) {
    if (error instanceof JobbmatchError && error.code === "unknownParticipant") return [];
    throw error;
  }
}
