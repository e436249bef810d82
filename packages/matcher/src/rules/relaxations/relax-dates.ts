import type { Vacancy } from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";
import type { MatchContext } from "../rule.ts";

/** Weeks by which a start may be put off. */
const weeksLater = [2, 4, 8, 12];

/** To begin some weeks later than the start, or than the day of the match if that is later. */
export function dateRelaxations(vacancy: Vacancy, { date }: MatchContext): readonly VacancyChange[] {
  const { start, end } = vacancy;
  if (start === undefined) return [];
  const from = start < date ? date : start;
  return weeksLater
    .map((weeks) => ({ weeks, day: daysAfter(from, weeks * 7) }))
    .filter(({ day }) => end === undefined || day <= end)
    .map(({ weeks, day }) => beginLater(weeks, day));
}

function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

function beginLater(weeks: number, day: string): VacancyChange {
  return {
    id: `dates:start:${day}`,
    aspect: "dates:start",
    effort: "laterStart",
    times: weeks,
    describe: () => ({
      sv: `Börja ${weeks} veckor senare (${day})`,
      en: `Begin ${weeks} weeks later (${day})`,
    }),
    apply: (vacancy) => ({ ...vacancy, start: day }),
  };
}
