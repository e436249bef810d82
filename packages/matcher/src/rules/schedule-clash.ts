import {
  type Day,
  days,
  daysOf,
  halfHoursPerDay,
  hasHalfHour,
  intersectWeeks,
  subtractWeek,
  type Week,
  weekHours,
} from "@jobbmatch/shared";
import type { FreeTime } from "./free-time.ts";
import type { Outcome } from "./rule.ts";
import type { Demand } from "./schedule-demand.ts";

/** Whether somebody has the hours that one demand asks. */
export function judgeDemand({ within, hours }: Demand, { certain, possible }: FreeTime): Outcome {
  if (hoursInBoth(certain, within) >= hours) return "pass";
  return hoursInBoth(possible, within) < hours ? "fail" : "unknown";
}

/** Hours that are in both weeks. */
export function hoursInBoth(a: Week, b: Week): number {
  return weekHours(intersectWeeks(a, b));
}

/** The demands that come out as given. */
export function demandsWith(outcome: Outcome, need: readonly Demand[], free: FreeTime): readonly Demand[] {
  return need.filter((demand) => judgeDemand(demand, free) === outcome);
}

/** The days that would have to be free for the timetable, in the order of the week. */
export function clashingDays(failed: readonly Demand[], free: FreeTime): Day[] {
  const timetables = failed.filter(({ workingTime }) => workingTime === undefined);
  const clashing = new Set(timetables.flatMap((demand) => daysToFree(demand, free.possible)));
  return days.filter((day) => clashing.has(day));
}

/** The fewest days that give enough hours when they become free: those with the most missing time first. */
function daysToFree({ within, hours }: Demand, possible: Week): Day[] {
  const missing = subtractWeek(within, possible);
  const byHours = daysOf(missing)
    .map((day) => ({ day, hours: hoursOnDay(missing, day) }))
    .sort((a, b) => b.hours - a.hours);
  const chosen: Day[] = [];
  let free = hoursInBoth(within, possible);
  for (const candidate of byHours) {
    if (free >= hours) break;
    chosen.push(candidate.day);
    free += candidate.hours;
  }
  return chosen;
}

function hoursOnDay(week: Week, day: Day): number {
  const first = days.indexOf(day) * halfHoursPerDay;
  let count = 0;
  for (let slot = first; slot < first + halfHoursPerDay; slot++) if (hasHalfHour(week, slot)) count += 1;
  return count / 2;
}
