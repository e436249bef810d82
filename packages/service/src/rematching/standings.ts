import type { Matcher } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Standing } from "../storage/queries/find-touched-shortlists.ts";

/** A participant of one unit on one day. */
export interface StandingsRequest {
  readonly participant: string;
  readonly unit: string;
  readonly date: string;
}

/**
 * How a participant stands with every vacancy that no rule closes, or only one.
 *
 * @returns nothing when the index does not hold the participant in that unit.
 */
export function standingsOf(matcher: Matcher, { participant, unit, date }: StandingsRequest): Standing[] {
  try {
    return matcher
      .scoreVacancies(participant, { units: [unit], date })
      .filter(({ verdict }) => verdict !== "excluded")
      .map(({ vacancy, verdict, score }) => ({ vacancy, score, isNearMiss: verdict === "nearMiss" }));
  } catch (error) {
    if (error instanceof JobbmatchError && error.code === "unknownParticipant") return [];
    throw error;
  }
}
