import {
  type Day,
  days,
  daysOf,
  type TimeWindow,
  type Vacancy,
  type WorkingTime,
  weekHours,
  weekOf,
} from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";
import { pluralDays } from "../weekday-names.ts";
import { workingTimeNames } from "../working-times.ts";

/** To do without somebody on a weekday, to agree on the hours within wider times, or to let go of such times as nights. */
export function scheduleRelaxations({ schedule, workingTimes = [] }: Vacancy): readonly VacancyChange[] {
  const kinds = [...new Set(workingTimes.map(({ kind }) => kind))].map(dropWorkingTime);
  if (schedule === undefined) return kinds;
  const windows = schedule.kind === "fixed" ? schedule.shifts : schedule.window;
  const worked = daysOf(weekOf(windows, "outward"));
  const daysOff = schedule.kind === "fixed" && worked.length > 1 ? worked.map(dayOff) : [];
  return [...daysOff, widerTimes(windows), ...kinds];
}

/** Fixed shifts without those that begin on a day; the hours a week fall by as much. */
function dayOff(day: Day): VacancyChange {
  const id = `schedule:${day}`;
  return {
    id,
    aspect: id,
    effort: "weekdayOff",
    times: 1,
    describe: () => {
      const { sv, en } = pluralDays([day]);
      return { sv: `${capital(sv)} lediga`, en: `${en} off` };
    },
    apply: (vacancy) => withoutDay(vacancy, day),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withoutDay(vacancy: Vacancy, day: Day): Vacancy {
  const { schedule } = vacancy;
  if (schedule?.kind !== "fixed") return vacancy;
  const shifts = schedule.shifts.filter((shift) => shift.day !== day);
  const saved = hoursOf(schedule.shifts) - hoursOf(shifts);
  if (saved === 0) return vacancy;
  const fewer = withFewerHours(vacancy, saved);
  if (shifts.length > 0) return { ...fewer, schedule: { ...schedule, shifts } };
  const { schedule: _none, ...withoutSchedule } = fewer;
  return withoutSchedule;
}

function hoursOf(windows: readonly TimeWindow[]): number {
  return weekHours(weekOf(windows, "outward"));
}

function withFewerHours(vacancy: Vacancy, hours: number): Vacancy {
  const { hoursPerWeek } = vacancy;
  if (hoursPerWeek?.min === undefined) return vacancy;
  return { ...vacancy, hoursPerWeek: { ...hoursPerWeek, min: Math.max(0, hoursPerWeek.min - hours) } };
}

const earliest = "06:00";
const latest = "20:00";

/** As many hours as before, but agreed on within all weekdays 06–20 beside the times of today. */
function widerTimes(windows: readonly TimeWindow[]): VacancyChange {
  const weekdays = days.slice(0, 5).map((day) => ({ day, from: earliest, to: latest }));
  return {
    id: "schedule:wider",
    aspect: "schedule:wider",
    effort: "widerTimes",
    times: 1,
    describe: () => ({
      sv: "Kom överens om tiderna, vardagar 06–20",
      en: "Agree on the hours, weekdays 06–20",
    }),
    apply: (vacancy) => {
      const { schedule } = vacancy;
      if (schedule === undefined) return vacancy;
      const { source, evidence } = schedule;
      const hours = schedule.kind === "fixed" ? hoursOf(schedule.shifts) : schedule.hours;
      const window = [...weekdays, ...(schedule.kind === "fixed" ? schedule.shifts : windows)];
      return { ...vacancy, schedule: { kind: "flexible", window, hours, source, evidence } };
    },
  };
}

function dropWorkingTime(kind: WorkingTime["kind"]): VacancyChange {
  const id = `schedule:${kind}`;
  const { sv, en } = workingTimeNames[kind];
  return {
    id,
    aspect: id,
    effort: "noSuchTimes",
    times: 1,
    describe: () => ({ sv: `Släpp kravet på ${sv}`, en: `Let go of the demand for ${en}` }),
    apply: (vacancy) => ({
      ...vacancy,
      workingTimes: vacancy.workingTimes?.filter((time) => time.kind !== kind),
    }),
  };
}
