import {
  type Localised,
  type Schedule,
  type Vacancy,
  type Week,
  type WorkingTime,
  weekHours,
  weekOf,
} from "@jobbmatch/shared";
import { describeWindows } from "./describe-windows.ts";
import { numberText } from "./localised-text.ts";
import type { Provenance } from "./requirement-groups.ts";
import { workingTimeNames, workingTimeWindows } from "./working-times.ts";

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
  const within = weekOf(workingTimeWindows[kind], "inward");
  return { within, hours: 0.5, description: workingTimeNames[kind], workingTime: kind, source, evidence };
}
