/**
 * Language levels in rising order: the Common European Framework of Reference, with `none` below it
 * ("known not to speak it") and `native` above it.
 */
export const languageLevels = ["none", "A1", "A2", "B1", "B2", "C1", "C2", "native"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** Position of a level in the order, 0 (`none`) to 7 (`native`). */
export function levelRank(level: LanguageLevel): number {
  return languageLevels.indexOf(level);
}
