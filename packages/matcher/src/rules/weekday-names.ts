import { type Day, days, type Localised } from "@jobbmatch/shared";
import { joinAll, localise } from "./localised-text.ts";

interface WeekdayName {
  /** "mån" / "Mon" */
  readonly short: Localised;
  /** "måndagar" / "Mondays" */
  readonly plural: Localised;
}

/** Names of the days of the week, the only place where they stand. */
const weekdayNames: Readonly<Record<Day, WeekdayName>> = {
  mon: { short: { sv: "mån", en: "Mon" }, plural: { sv: "måndagar", en: "Mondays" } },
  tue: { short: { sv: "tis", en: "Tue" }, plural: { sv: "tisdagar", en: "Tuesdays" } },
  wed: { short: { sv: "ons", en: "Wed" }, plural: { sv: "onsdagar", en: "Wednesdays" } },
  thu: { short: { sv: "tors", en: "Thu" }, plural: { sv: "torsdagar", en: "Thursdays" } },
  fri: { short: { sv: "fre", en: "Fri" }, plural: { sv: "fredagar", en: "Fridays" } },
  sat: { short: { sv: "lör", en: "Sat" }, plural: { sv: "lördagar", en: "Saturdays" } },
  sun: { short: { sv: "sön", en: "Sun" }, plural: { sv: "söndagar", en: "Sundays" } },
};

/** "måndagar, onsdagar och fredagar" / "Mondays, Wednesdays and Fridays". */
export function pluralDays(list: readonly Day[]): Localised {
  return joinAll(list.map((day) => weekdayNames[day].plural));
}

/** Short names in the order of the week, three or more days in a row as a range: "mån–ons, fre". */
export function shortDays(list: readonly Day[]): Localised {
  const runs = runsOf(list).flatMap((run) => (run.length > 2 ? [run] : run.map((day) => [day])));
  return localise((language) => {
    const nameOf = (day: Day) => weekdayNames[day].short[language];
    return runs
      .map((run) => [...new Set([...run.slice(0, 1), ...run.slice(-1)])].map(nameOf).join("–"))
      .join(", ");
  });
}

function runsOf(list: readonly Day[]): Day[][] {
  const runs: Day[][] = [[]];
  for (const day of days) {
    if (list.includes(day)) runs.at(-1)?.push(day);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
