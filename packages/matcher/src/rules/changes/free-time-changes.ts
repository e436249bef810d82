import {
  type Commitment,
  type Day,
  days,
  type Localised,
  type Participant,
  subtractWeek,
  type TimeWindow,
  type Week,
  type WorkingTime,
  weekHours,
  weekOf,
  windowsOf,
} from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";
import { pluralDays } from "../weekday-names.ts";
import { workingTimeNames, workingTimeWindows } from "../working-times.ts";

const weekdays = days.slice(0, 5);
const weekend = days.slice(5);
/** The most days that are named one by one. */
const fewDays = 2;

/**
 * To be free on the days that a timetable asks: one or two as they are; of more, all weekdays or the weekend, so that the
 * same few changes stand beside each other for all timetables.
 */
export function freeDaysFor(list: readonly Day[]): readonly ProfileChange[] {
  if (list.length === 0) return [];
  if (list.length <= fewDays) return [freeDays(list)];
  return [weekdays, weekend].filter((part) => part.some((day) => list.includes(day))).map(freeDays);
}

/** To be free on whole days, for example by moving a course. */
function freeDays(list: readonly Day[]): ProfileChange {
  return {
    id: `schedule:${list.join(",")}`,
    aspect: "schedule:days",
    effort: "weekday",
    times: list.length,
    describe: () => {
      const { sv, en } = nameOf(list);
      return { sv: `Vara ledig på ${sv}`, en: `Be free on ${en}` };
    },
    apply: (participant) =>
      free(
        participant,
        list.map((day) => ({ day, from: "00:00", to: "24:00" })),
      ),
  };
}

function nameOf(list: readonly Day[]): Localised {
  const isWhole = (part: readonly Day[]) =>
    part.length === list.length && part.every((day) => list.includes(day));
  if (isWhole(weekdays)) return { sv: "vardagar", en: "weekdays" };
  return isWhole(weekend) ? { sv: "helger", en: "weekends" } : pluralDays(list);
}

/** To work evenings, nights, weekends or shifts. */
export function acceptWorkingTime(kind: WorkingTime["kind"]): ProfileChange {
  const id = `schedule:${kind}`;
  const { sv, en } = workingTimeNames[kind];
  return {
    id,
    aspect: id,
    effort: "workingTime",
    times: 1,
    describe: () => ({ sv: `Kunna arbeta ${sv}`, en: `Be able to work ${en}` }),
    apply: (participant) => free(participant, workingTimeWindows[kind]),
  };
}

/** Makes the windows free: away from the commitments and, where the free time is known, into it. */
function free(participant: Participant, windows: readonly TimeWindow[]): Participant {
  const { weekly, commitments, ...others } = participant.availability ?? {};
  const freed = weekOf(windows, "inward");
  return {
    ...participant,
    availability: {
      ...others,
      ...(weekly === undefined ? {} : { weekly: [...weekly, ...windowsOf(freed)] }),
      ...(commitments === undefined
        ? {}
        : { commitments: commitments.flatMap((each) => without(each, freed)) }),
    },
  };
}

/** What is left of a commitment: nothing if all of it becomes free. */
function without({ kind, windows }: Commitment, freed: Week): Commitment[] {
  const left = subtractWeek(weekOf(windows, "outward"), freed);
  return weekHours(left) === 0 ? [] : [{ kind, windows: windowsOf(left) }];
}
