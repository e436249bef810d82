import {
  type Day,
  days,
  daysOf,
  intersectWeeks,
  subtractWeek,
  uniteWeeks,
  type Week,
  weekHours,
  weekOf,
} from "@jobbmatch/shared";
import type { FreeTime } from "./free-time.ts";
import { popcount } from "./popcount.ts";
import type { Outcome } from "./rule.ts";
import type { Demand } from "./schedule-demand.ts";

/** Whether somebody has the hours that one demand asks; own studies count as far as the place allows them. */
export function judgeDemand(demand: Demand, { certain, possible, studying }: FreeTime): Outcome {
  if (hoursFor(demand, certain, studying) >= demand.hours) return "pass";
  if (certain === possible) return "fail";
  return hoursFor(demand, possible, studying) < demand.hours ? "fail" : "unknown";
}

function hoursFor({ within, studyHours }: Demand, free: Week, studying: Week): number {
  const studied = studyHours === 0 ? 0 : Math.min(studyHours, hoursInBoth(studying, within));
  return hoursInBoth(free, within) + studied;
}

/** Hours that are in both weeks, without making a third. */
export function hoursInBoth(a: Week, b: Week): number {
  let halfHours = 0;
  for (let index = 0; index < a.length; index++) halfHours += popcount((a[index] ?? 0) & (b[index] ?? 0));
  return halfHours / 2;
}

/** The demands that come out as given. */
export function demandsWith(outcome: Outcome, need: readonly Demand[], free: FreeTime): readonly Demand[] {
  return need.filter((demand) => judgeDemand(demand, free) === outcome);
}

/** The days that would have to be free for the timetable, in the order of the week. */
export function clashingDays(failed: readonly Demand[], free: FreeTime): Day[] {
  const timetables = failed.filter(({ workingTime }) => workingTime === undefined);
  const clashing = new Set(timetables.flatMap((demand) => daysToFree(demand, free)));
  return days.filter((day) => clashing.has(day));
}

/** The fewest days that give enough hours when they become free: those with the most missing time first. */
function daysToFree(demand: Demand, { possible, studying }: FreeTime): Day[] {
  const missing = subtractWeek(demand.within, possible);
  const byHours = daysOf(missing)
    .map((day) => ({ day, week: onDay(missing, day) }))
    .sort((a, b) => weekHours(b.week) - weekHours(a.week));
  const chosen: Day[] = [];
  let free = possible;
  for (const { day, week } of byHours) {
    if (hoursFor(demand, free, subtractWeek(studying, free)) >= demand.hours) break;
    chosen.push(day);
    free = uniteWeeks(free, week);
  }
  return chosen;
}

const wholeDays = Object.fromEntries(
  days.map((day) => [day, weekOf([{ day, from: "00:00", to: "24:00" }], "inward")]),
) as Readonly<Record<Day, Week>>;

function onDay(week: Week, day: Day): Week {
  return intersectWeeks(week, wholeDays[day]);
}
