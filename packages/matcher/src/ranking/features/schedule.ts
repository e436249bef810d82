import { sharedHours, type Vacancy, type Week, weekHours, weekOf } from "@jobbmatch/shared";
import { type FreeTime, freeTimeOf, freeTimeOfKey } from "../../rules/free-time.ts";
import { clamp } from "../clamp.ts";
import { defineFactFeature } from "../fact-feature.ts";

/** Free hours inside a flexible window that count as fully convenient, as a multiple of the hours needed. */
const comfortable = 1.5;

type Schedule = NonNullable<Vacancy["schedule"]>;

/** The half hours in which the work lies, and how many free hours in them count as fully convenient. */
interface Need {
  readonly within: Week;
  readonly hours: number;
}

/** How well the hours suit: the share of fixed shifts that is free, or the room inside a flexible window. */
export const scheduleFeature = defineFactFeature<FreeTime, Need>({
  id: "schedule",
  name: { sv: "Arbetstider", en: "Working hours" },
  defaultWeight: 0.05,
  // Half of the hours, as a guess in the middle.
  unknownValue: 0.5,
  factOf: freeTimeOf,
  keyOf: ({ key }) => key,
  factOfKey: freeTimeOfKey,
  needOf: ({ schedule }) => schedule && needOfSchedule(schedule),
  needKeyOf: ({ within, hours }) => `${hours} ${within.join()}`,
  value: coverage,
  describe: (need, free) => {
    const value = coverage(need, free);
    if (value === "unknown")
      return { sv: "lediga tider är inte ifyllda", en: "free hours are not filled in" };
    const percent = Math.round(value * 100);
    return { sv: `tiderna passar till ${percent} %`, en: `the hours fit to ${percent} %` };
  },
  notAsked: { sv: "platsen anger inga tider", en: "the vacancy names no hours" },
});

function needOfSchedule(schedule: Schedule): Need {
  if (schedule.kind === "flexible") {
    return { within: weekOf(schedule.window, "inward"), hours: schedule.hours * comfortable };
  }
  const within = weekOf(schedule.shifts, "outward");
  return { within, hours: weekHours(within) };
}

function coverage({ within, hours }: Need, { isKnown, certain }: FreeTime): number | "unknown" {
  if (!isKnown) return "unknown";
  return hours === 0 ? 1 : clamp(sharedHours(within, certain) / hours);
}
