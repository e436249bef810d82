import { today } from "@jobbmatch/matcher";

/** In milliseconds. Wherever a day begins, it begins with one of these. */
const quarterHour = 15 * 60 * 1000;

/**
 * Tells the current day in Sweden, ISO date, as `today` does, but asks the calendar only once in a quarter of an hour: every
 * question for candidates needs the day, and formatting it takes as long as finding a remembered answer.
 *
 * @example
 * const currentDay = rememberedDay();
 * currentDay(); // "2026-11-23"
 */
export function rememberedDay(): () => string {
  let knownFor: number | undefined;
  let day = "";
  return () => {
    const quarter = Math.floor(Date.now() / quarterHour);
    if (quarter !== knownFor) {
      day = today();
      knownFor = quarter;
    }
    return day;
  };
}
