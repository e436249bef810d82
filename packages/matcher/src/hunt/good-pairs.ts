import type { Pair } from "../ranking/feature.ts";
import { experienceFeature } from "../ranking/features/experience.ts";
import { wishFeature } from "../ranking/features/wish.ts";
import { type CompleteMatchRequest, completeRequest } from "../request.ts";
import { type ScoredPair, type SearchIndex, scoredPairs } from "../retrieval/candidates/top-candidates.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { CompleteHuntRequest } from "./hunt-request.ts";

const firstLimit = 64;

/** Value of the features *experience* and *wish*, 0 to 1, from which somebody has a direction towards a place. */
const related = 0.4;

/**
 * Those of some people for whom a vacancy is a good place, exactly: whose score is at least `request.goodScore`, and who
 * have done or wish for related work. Asks for more and more of the best until one falls short of the score, so that the
 * bounds on scores spare most people the comparison.
 */
export function goodPairs(
  index: SearchIndex,
  stored: StoredVacancy,
  slots: Bitset,
  request: CompleteHuntRequest,
): readonly ScoredPair[] {
  const count = slots.count();
  if (count === 0) return [];
  for (let limit = firstLimit; ; limit *= 4) {
    const scored = scoredPairs(index, stored, slots, { ...matchRequestOf(request), limit });
    const last = scored.at(-1);
    if (limit >= count || last === undefined || last.score < request.goodScore)
      return scored.filter(({ score, pair }) => score >= request.goodScore && hasDirection(pair));
  }
}

/** Without it, whoever speaks the language and lives nearby would do for any work at all. */
function hasDirection(pair: Pair): boolean {
  return [experienceFeature, wishFeature].some((feature) => {
    const value = feature.valueOf(pair);
    return typeof value === "number" && value >= related;
  });
}

/** What a match is asked for, so that the same people are allowed and score the same. */
export function matchRequestOf({ date, units, unknown, weights }: CompleteHuntRequest): CompleteMatchRequest {
  return completeRequest({ date, unknown, weights, ...(units === undefined ? {} : { units }) });
}
