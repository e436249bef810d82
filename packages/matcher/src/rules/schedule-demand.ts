import {
  days,
  type Localised,
  type Schedule,
  type TimeWindow,
  type Vacancy,
  type Week,
  type WorkingTime,
  weekHours,
  weekOf,
} from "@jobbmatch/shared";
import { describeWindows } from "./describe-windows.ts";
import { numberText } from "./localised-text.ts";
import type { Provenance } from "./requirement-groups.ts";

/** What every kind of working time comes down to: some free hours a week inside some part of the week. */
export interface Demand extends Provenance {
  readonly within: Week;
  /** Free hours that are needed inside `within`, more than 0 and at most all of them. */
  readonly hours: number;
  readonly description: Localised;
  /** Set for a working time that a text mentions without a timetable. */
  readonly workingTime?: WorkingTime["kind"];
}

/** The demands that a vacancy makes on somebody's week; empty if none. */
export function demandsOf({ schedule, workingTimes = [] }: Vacancy): readonly Demand[] {
  const demands = workingTimes.map(demandOfWorkingTime);
  return schedule === undefined ? demands : [...demandsOfSchedule(schedule), ...demands];
}

/**
 * Fixed shifts are demanded whole, rounded outward. Flexible hours must fit inside the window, rounded inward; a
 * window that is shorter than its hours demands all of it. `studyShare` changes nothing: study that is placed
 * together with work is part of the shifts or of the hours.
 */
function demandsOfSchedule(schedule: Schedule): Demand[] {
  const { source, evidence } = schedule;
  if (schedule.kind === "fixed") {
    const within = weekOf(schedule.shifts, "outward");
    const description = describeWindows(schedule.shifts);
    return [{ within, hours: weekHours(within), description, source, evidence }];
  }
  const within = weekOf(schedule.window, "inward");
  const hours = Math.min(schedule.hours, weekHours(within));
  return hours === 0 ? [] : [{ within, hours, description: flexibleText(schedule), source, evidence }];
}

function flexibleText({ hours, window }: Extract<Schedule, { kind: "flexible" }>): Localised {
  const [number, windows] = [numberText(hours), describeWindows(window)];
  return {
    sv: `${number.sv} timmar i veckan inom ${windows.sv}`,
    en: `${number.en} hours a week within ${windows.en}`,
  };
}

/** Some free half hour at such times is enough, because the text does not say which hours. */
function demandOfWorkingTime({ kind, source, evidence }: WorkingTime): Demand {
  const { windows, name } = workingTimes[kind];
  const within = weekOf(windows, "inward");
  return { within, hours: 0.5, description: name, workingTime: kind, source, evidence };
}

function daily(from: string, to: string): TimeWindow[] {
  return days.map((day) => ({ day, from, to }));
}

const weekend = daily("00:00", "24:00").slice(5);

/**
 * When such work is done: evenings 18–24, nights 22–06, weekends Saturday and Sunday; shifts are any time outside
 * office hours (Monday to Friday 07–18).
 */
const workingTimes: Readonly<
  Record<WorkingTime["kind"], { readonly windows: readonly TimeWindow[]; readonly name: Localised }>
> = {
  shifts: {
    windows: [...daily("00:00", "07:00"), ...daily("18:00", "24:00"), ...weekend],
    name: { sv: "skift", en: "shifts" },
  },
  evenings: { windows: daily("18:00", "24:00"), name: { sv: "kvällar", en: "evenings" } },
  nights: { windows: daily("22:00", "06:00"), name: { sv: "nätter", en: "nights" } },
  weekends: { windows: weekend, name: { sv: "helger", en: "weekends" } },
};
