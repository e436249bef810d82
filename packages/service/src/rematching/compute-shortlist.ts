import type { Funnel, Matcher, MatchRequest } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import { type PackedShortlist, packShortlist } from "../storage/packed-shortlist.ts";

/** People on a stored shortlist at most. */
export const shortlistLimit = 20;
/** Near misses on a stored shortlist at most. */
export const nearMissLimit = 5;

/** A shortlist as it is computed: ids, numbers and outcomes, without a word of a profile. */
export interface ComputedShortlist {
  readonly content: PackedShortlist;
  /** `undefined` if it was not asked for. */
  readonly funnel: Funnel | undefined;
}

export const emptyShortlist: ComputedShortlist = {
  content: { judgedBy: { features: [], rules: [] }, entries: [], nearMisses: [] },
  funnel: { total: 0, steps: [], remaining: 0 },
};

/** What is asked for a shortlist. */
export function shortlistRequest({
  unit,
  date,
}: {
  readonly unit: string;
  readonly date: string;
}): MatchRequest {
  return { limit: shortlistLimit, nearMisses: nearMissLimit, units: [unit], date };
}

export interface ShortlistQuestion {
  readonly vacancy: string;
  readonly unit: string;
  /** ISO date. */
  readonly date: string;
  /** Whether the funnel is asked for, which is most of the work when few people have changed. */
  readonly funnel: boolean;
}

/**
 * The shortlist of an open vacancy among one unit's participants.
 *
 * @returns `undefined` when the index does not hold the vacancy.
 */
export function computeShortlist(
  matcher: Matcher,
  { vacancy, unit, date, funnel }: ShortlistQuestion,
): ComputedShortlist | undefined {
  try {
    const ranking = matcher.rankCandidates(vacancy, shortlistRequest({ unit, date }), { counts: funnel });
    return { content: packShortlist(ranking), funnel: ranking.counts?.funnel };
  } catch (error) {
    if (error instanceof JobbmatchError && error.code === "unknownVacancy") return undefined;
    throw error;
  }
}
