import type { CompleteMatchRequest } from "../request.ts";
import { applyRules } from "../retrieval/apply-rules.ts";
import { requirementsOf, type SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { AssignmentInput, AssignmentPair } from "./assignment-input.ts";
import type { CompleteNightRequest } from "./assignment-request.ts";
import { bestPairs } from "./best-pairs.ts";

/** The pairs of a whole night, and how many were left out. */
export interface MatchedPairs {
  readonly pairs: readonly AssignmentPair[];
  /** Pairs that the rules leave open but that are not among the best of the place or the person. */
  readonly beyondBest: number;
}

/** Everything that a matcher can assign in one night. */
export type NightInput = AssignmentInput & MatchedPairs;

/** A place with everybody whom the rules leave open to it. */
interface OpenPlace {
  readonly stored: StoredVacancy;
  readonly open: Bitset;
  readonly openCount: number;
}

/**
 * The best pairs of every place; and for people who are on no place's list, their pairs at the places to which fewest
 * others are open. Gives way to other work between places.
 */
export async function matchedPairs(
  index: SearchIndex,
  vacancies: readonly StoredVacancy[],
  { match, date, pairsPerPlace, pairsPerPerson }: CompleteNightRequest,
  signal?: AbortSignal,
): Promise<MatchedPairs> {
  const request: CompleteMatchRequest = { ...match, date, limit: pairsPerPlace, nearMisses: 0 };
  const pairs: AssignmentPair[] = [];
  const places: OpenPlace[] = [];
  const listed = new Set<string>();
  for (const stored of vacancies) {
    signal?.throwIfAborted();
    const applied = requirementsOf(index.participants, stored, request);
    const { allowed, funnel } = applyRules(index.participants.everyone, applied, request.unknown);
    places.push({ stored, open: allowed, openCount: funnel.remaining });
    for (const pair of bestPairs(index, stored, allowed, request)) {
      listed.add(pair.participant);
      pairs.push(pair);
    }
    await new Promise(setImmediate);
  }
  const openPairs = places.reduce((sum, { openCount }) => sum + openCount, 0);
  if (pairs.length < openPairs && pairsPerPerson > 0) {
    for (const [place, slots] of unlistedSlots(index, places, listed, pairsPerPerson)) {
      signal?.throwIfAborted();
      const limit = slots.count();
      pairs.push(...bestPairs(index, place.stored, slots, { ...request, limit }));
    }
  }
  return { pairs, beyondBest: openPairs - pairs.length };
}

/** For each place the people on no list who have it among the places to which fewest are open. */
function unlistedSlots(
  { participants }: SearchIndex,
  places: readonly OpenPlace[],
  listed: ReadonlySet<string>,
  pairsPerPerson: number,
): Map<OpenPlace, Bitset> {
  const chosen = new Map<OpenPlace, Bitset>();
  const counts = new Map<number, number>();
  const unlisted = [...participants.everyone].filter((slot) => !listed.has(participants.idOf(slot) ?? ""));
  for (const place of [...places].sort((a, b) => a.openCount - b.openCount)) {
    const slots = new Bitset();
    for (const slot of unlisted) {
      const count = counts.get(slot) ?? 0;
      if (count >= pairsPerPerson || !place.open.has(slot)) continue;
      slots.add(slot);
      counts.set(slot, count + 1);
    }
    chosen.set(place, slots);
  }
  return chosen;
}
