import {
  intersectWeeks,
  type Participant,
  subtractWeek,
  type Vacancy,
  type Week,
  weekHours,
  weekOf,
} from "@jobbmatch/shared";
import { clamp } from "../clamp.ts";
import type { Feature, Pair } from "../feature.ts";

/** Free hours inside a flexible window that count as fully convenient, as a multiple of the hours needed. */
const comfortable = 1.5;

/** How well the hours suit: the share of fixed shifts that is free, or the room inside a flexible window. */
export const scheduleFeature: Feature = {
  id: "schedule",
  name: { sv: "Arbetstider", en: "Working hours" },
  defaultWeight: 0.05,
  // Half of the hours, as a guess in the middle.
  unknownValue: 0.5,
  valueOf: valueOfSchedule,
  describe: (pair) => {
    const value = valueOfSchedule(pair);
    if (value === "notAsked") return { sv: "platsen anger inga tider", en: "the vacancy names no hours" };
    if (value === "unknown")
      return { sv: "lediga tider är inte ifyllda", en: "free hours are not filled in" };
    const percent = Math.round(value * 100);
    return { sv: `tiderna passar till ${percent} %`, en: `the hours fit to ${percent} %` };
  },
};

function valueOfSchedule({ participant, vacancy }: Pair): number | "unknown" | "notAsked" {
  const { schedule } = vacancy;
  if (schedule === undefined) return "notAsked";
  const free = freeWeek(participant);
  if (free === undefined) return "unknown";
  return coverage(schedule, free);
}

function coverage(schedule: NonNullable<Vacancy["schedule"]>, free: Week): number {
  if (schedule.kind === "flexible") {
    const room = weekHours(intersectWeeks(weekOf(schedule.window, "inward"), free));
    return schedule.hours === 0 ? 1 : clamp(room / (schedule.hours * comfortable));
  }
  const shifts = weekOf(schedule.shifts, "outward");
  return weekHours(intersectWeeks(shifts, free)) / weekHours(shifts);
}

/** The time that is free and not taken by a commitment; `undefined` when free time is unknown. */
function freeWeek({ availability }: Participant): Week | undefined {
  if (availability?.weekly === undefined) return undefined;
  const taken = (availability.commitments ?? []).flatMap(({ windows }) => windows);
  return subtractWeek(weekOf(availability.weekly, "inward"), weekOf(taken, "outward"));
}
