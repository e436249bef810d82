import type { AssignmentPair, AssignmentPerson, AssignmentPlace } from "./assignment-input.ts";
import type { UtilityWeights } from "./assignment-request.ts";

/** Days after which waiting counts in full: three years. */
const fullWaiting = 3 * 365;
/** Days after which a place's age counts in full. */
const fullAge = 90;
/** What counts where the day is unknown, 0 to 1: neither an advantage nor a drawback. */
const unknownTime = 0.5;

/** The utility of one pair, part by part; the parts sum to `total`. */
export interface Utility {
  readonly place: number;
  readonly match: number;
  readonly wish: number;
  readonly waiting: number;
  readonly vacancyAge: number;
  readonly stability: number;
  readonly total: number;
}

export interface UtilityContext {
  readonly date: string;
  readonly weights: UtilityWeights;
  /** Whether the pair was in the previous proposal. */
  readonly wasProposed: boolean;
  /** The part of the person's week that the place fills, 0 to 1; 1 for a place that is all the person does. */
  readonly weekShare: number;
}

/**
 * What a proposal is worth:
 *
 *     weekShare × (place + match·score + wish·wish + waiting·min(1, days registered / 1095)
 *                  + vacancyAge·min(1, days open / 90)) + stability·(1 if proposed before, else 0)
 *
 * with the weights' names for the weights. A day that is unknown counts as half of the full time.
 */
export function utilityOf(
  { score, wish }: AssignmentPair,
  { registeredSince }: AssignmentPerson,
  { publishedAt }: AssignmentPlace,
  { date, weights, wasProposed, weekShare }: UtilityContext,
): Utility {
  const place = weekShare * weights.place;
  const match = weekShare * weights.match * score;
  const wished = weekShare * weights.wish * wish;
  const waiting = weekShare * weights.waiting * timeShare(registeredSince, date, fullWaiting);
  const vacancyAge = weekShare * weights.vacancyAge * timeShare(publishedAt, date, fullAge);
  const stability = wasProposed ? weights.stability : 0;
  const total = place + match + wished + waiting + vacancyAge + stability;
  return { place, match, wish: wished, waiting, vacancyAge, stability, total };
}

function timeShare(since: string | undefined, date: string, full: number): number {
  if (since === undefined) return unknownTime;
  return Math.min(1, Math.max(0, daysBetween(since, date) / full));
}

/** Days from one ISO date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
