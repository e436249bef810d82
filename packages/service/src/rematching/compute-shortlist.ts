import type { Candidate, Funnel, Matcher, MatchRequest } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { ShortlistEntry } from "../storage/shortlist.ts";

/** People on a stored shortlist at most. */
export const shortlistLimit = 20;
/** Near misses on a stored shortlist at most. */
export const nearMissLimit = 5;

/** A shortlist as it is computed: ids, numbers and outcomes, without a word of a profile. */
export interface ComputedShortlist {
  readonly entries: readonly ShortlistEntry[];
  readonly nearMisses: readonly ShortlistEntry[];
  readonly funnel: Funnel;
}

export const emptyShortlist: ComputedShortlist = {
  entries: [],
  nearMisses: [],
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

/**
 * The shortlist of an open vacancy among one unit's participants.
 *
 * @returns `undefined` when the index does not hold the vacancy.
 */
export function computeShortlist(
  matcher: Matcher,
  { vacancy, unit, date }: { readonly vacancy: string; readonly unit: string; readonly date: string },
): ComputedShortlist | undefined {
  try {
    const list = matcher.topCandidates(vacancy, shortlistRequest({ unit, date }));
    return {
      entries: list.candidates.map(entryOf),
      nearMisses: list.nearMisses.map(entryOf),
      funnel: list.funnel,
    };
  } catch (error) {
    if (error instanceof JobbmatchError && error.code === "unknownVacancy") return undefined;
    throw error;
  }
}

function entryOf({ participant, rank, score, contributions, rules }: Candidate): ShortlistEntry {
  return {
    participant,
    rank,
    score,
    contributions: contributions.map(({ feature, value, weight, contribution, known }) => ({
      feature,
      value,
      weight,
      contribution,
      known,
    })),
    rules: rules.map(({ rule, outcome }) => ({ rule, outcome })),
  };
}
