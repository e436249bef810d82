import type { Vacancy } from "@jobbmatch/shared";
import type { MatchContext } from "./rule.ts";

/** The day on which decisions and credentials must be valid: the vacancy's first day, or the day of the match. */
export function startDay({ start }: Vacancy, { date }: MatchContext): string {
  return start ?? date;
}
