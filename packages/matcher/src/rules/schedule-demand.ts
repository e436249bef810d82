import {
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
import { ownStudyShare } from "./own-study-share.ts";
import type { Provenance } from "./requirement-groups.ts";
import type { MatchContext } from "./rule.ts";
import { workingTimeNames, workingTimeWindows } from "./working-times.ts";

/** What every kind of working time comes down to: some free hours a week inside some part of the week. */
export interface Demand extends Provenance {
  readonly within: Week;
  /** Free hours that are needed inside `within`, more than 0 and at most all of them. */
  readonly hours: number;
  /** How many of them may be taken by studies of the person's own, 0 to `hours`. */
  readonly studyHours: number;
  readonly description: Localised;
  /** Set for a working time that a text mentions without a timetable. */
  readonly workingTime?: WorkingTime["kind"];
}

/** The demands that a vacancy makes on somebody's week; empty if none. */
export function demandsOf(vacancy: Vacancy, context: MatchContext): readonly Demand[] {
  const { schedule, training, workingTimes = [] } = vacancy;
  const studyShare = ownStudyShare(vacancy, context);
  return [
    ...(schedule === undefined ? [] : demandsOfSchedule(schedule, studyShare)),
    ...(training?.windows === undefined ? [] : [demandOfTraining(training.windows)]),
    ...workingTimes.map(demandOfWorkingTime),
  ];
}

/**
 * Fixed shifts are demanded whole, rounded outward. Flexible hours must fit inside the window, rounded inward; a
 * window that is shorter than its hours demands all of it.
 */
function demandsOfSchedule(schedule: Schedule, studyShare: number): Demand[] {
  const { source, evidence } = schedule;
  if (schedule.kind === "fixed") {
    const { shifts } = schedule;
    return [fixedDemand(shifts, studyShare, { source, evidence }, () => describeWindows(shifts))];
  }
  const within = weekOf(schedule.window, "inward");
  const hours = Math.min(schedule.hours, weekHours(within));
  if (hours === 0) return [];
  const demand = { within, hours, studyHours: hours * studyShare, source, evidence };
  return [described(demand, () => flexibleText(schedule))];
}

function fixedDemand(
  shifts: readonly TimeWindow[],
  studyShare: number,
  provenance: Provenance,
  describe: () => Localised,
): Demand {
  const within = weekOf(shifts, "outward");
  const hours = weekHours(within);
  return described({ within, hours, studyHours: hours * studyShare, ...provenance }, describe);
}

/** Described when somebody reads it, since most demands are only judged, and once for all people of a list. */
function described(demand: Omit<Demand, "description">, describe: () => Localised): Demand {
  let description: Localised | undefined;
  return {
    ...demand,
    get description() {
      description ??= describe();
      return description;
    },
  };
}

function demandOfTraining(windows: readonly TimeWindow[]): Demand {
  return fixedDemand(windows, 0, { source: "stated", evidence: undefined }, () => {
    const { sv, en } = describeWindows(windows);
    return { sv: `utbildning ${sv}`, en: `training ${en}` };
  });
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
  return {
    within,
    hours: 0.5,
    studyHours: 0,
    description: workingTimeNames[kind],
    workingTime: kind,
    source,
    evidence,
  };
}
