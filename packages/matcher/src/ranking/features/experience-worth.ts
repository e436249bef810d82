import { ramp } from "../clamp.ts";

/** Cosine at which earlier work begins to count as related, and at which it counts as the same work. */
const unrelated = 0.35;
const same = 0.75;
/** Months after which the first two thirds of the benefit of practice are reached (1 − 1/e). */
const practiceMonths = 24;
/** Years after which half of the freshness is gone. */
const freshnessHalfLife = 10;
const unknownMonths = 12;
const unknownYears = 5;
export const unknownExperience = 0.2;

export function relevanceByText(similarity: number): number {
  return ramp(similarity, unrelated, same);
}

/** What practice adds to the worth of work, 0 to 0.4. */
export function practiceOf(months: number = unknownMonths): number {
  return 0.4 * (1 - Math.exp(-months / practiceMonths));
}

/** What being recent adds to the worth of work, 0 to 0.2. */
export function freshnessOf(lastYear: number | undefined, now: number): number {
  const years = lastYear === undefined ? unknownYears : Math.max(0, now - lastYear);
  return 0.2 * 0.5 ** (years / freshnessHalfLife);
}

/** How much related work counts, 0.4 to 1: related work of any kind is worth something. */
export function worthOf(practice: number, freshness: number): number {
  return 0.4 + practice + freshness;
}

/** The year of an ISO date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
