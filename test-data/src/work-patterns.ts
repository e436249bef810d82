import type { Schedule, TimeWindow, VacancyInput } from "@jobbmatch/shared";
import { windowsOn } from "./availability.ts";
import { weighted } from "./distributions.ts";
import type { Random } from "./random.ts";

/** When the work of a kind of workplace is done. */
export type WorkPattern = "day" | "early" | "care" | "retail" | "shift" | "evening" | "study";

type WorkingTimeKind = NonNullable<VacancyInput["workingTimes"]>[number]["kind"];

interface PatternFacts {
  /** Timetables that a place can have. */
  readonly fixed: readonly TimeWindow[][];
  /** When the work can be done where the hours are agreed with the person. */
  readonly window: TimeWindow[];
  readonly workingTimes: readonly WorkingTimeKind[];
}

const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
const everyDay = [...weekdays, "sat", "sun"] as const;

/** Facts of each pattern. A fixed timetable of four days leaves one for study. */
export const workPatterns: Readonly<Record<WorkPattern, PatternFacts>> = {
  day: {
    fixed: [
      windowsOn(weekdays, "08:00", "16:30"),
      windowsOn(weekdays, "07:00", "16:00"),
      windowsOn(weekdays, "08:00", "12:00"),
      windowsOn(weekdays, "12:30", "16:30"),
      windowsOn(["mon", "tue", "thu", "fri"], "08:00", "16:30"),
    ],
    window: windowsOn(weekdays, "07:00", "17:00"),
    workingTimes: [],
  },
  early: {
    fixed: [
      windowsOn(weekdays, "06:00", "14:30"),
      windowsOn(weekdays, "06:00", "10:00"),
      windowsOn(weekdays, "07:00", "13:00"),
      windowsOn(["mon", "tue", "wed", "thu"], "06:30", "15:00"),
    ],
    window: windowsOn(weekdays, "06:00", "16:00"),
    workingTimes: [],
  },
  care: {
    fixed: [
      windowsOn(weekdays, "07:00", "15:30"),
      windowsOn(["mon", "tue", "wed", "fri"], "07:00", "15:45"),
      [...windowsOn(["mon", "tue", "thu"], "07:00", "16:00"), ...windowsOn(["sat", "sun"], "08:00", "17:00")],
      windowsOn(["mon", "wed", "thu", "sun"], "14:00", "21:30"),
      windowsOn(["tue", "wed", "fri"], "21:00", "07:00"),
    ],
    window: windowsOn(everyDay, "07:00", "22:00"),
    workingTimes: ["shifts", "evenings", "weekends"],
  },
  retail: {
    fixed: [
      windowsOn(weekdays, "09:00", "15:00"),
      [...windowsOn(["mon", "wed", "fri"], "10:00", "19:00"), { day: "sat", from: "10:00", to: "16:00" }],
      windowsOn(weekdays, "15:00", "20:00"),
    ],
    window: windowsOn(everyDay, "08:00", "21:00"),
    workingTimes: ["evenings", "weekends"],
  },
  shift: {
    fixed: [
      windowsOn(weekdays, "06:00", "14:30"),
      windowsOn(weekdays, "14:00", "22:30"),
      windowsOn(weekdays, "07:00", "16:00"),
      windowsOn(["mon", "tue", "wed", "thu"], "22:00", "06:00"),
    ],
    window: windowsOn(weekdays, "06:00", "22:00"),
    workingTimes: ["shifts", "nights"],
  },
  evening: {
    fixed: [
      windowsOn(["wed", "thu", "fri", "sat"], "15:00", "22:00"),
      windowsOn(weekdays, "10:00", "15:00"),
      windowsOn(["fri", "sat", "sun"], "12:00", "21:00"),
    ],
    window: windowsOn(everyDay, "10:00", "23:00"),
    workingTimes: ["evenings", "weekends"],
  },
  study: {
    fixed: [
      windowsOn(weekdays, "08:30", "15:30"),
      windowsOn(["mon", "tue", "wed", "thu"], "08:30", "14:30"),
      windowsOn(weekdays, "12:30", "16:30"),
    ],
    window: windowsOn(weekdays, "08:00", "16:30"),
    workingTimes: [],
  },
};

const fullTime = 40;
const weekHours = weighted([
  [20, 12],
  [25, 14],
  [30, 24],
  [35, 14],
  [37, 6],
  [40, 30],
] as const);

/** Work training begins with few hours and is fitted to the person. */
const gentleHours = weighted([
  [8, 20],
  [10, 30],
  [15, 25],
  [20, 25],
] as const);

const drawKind = weighted([
  ["fixed", 42],
  ["flexible", 33],
  ["none", 25],
] as const);

interface Conditions {
  readonly isGentle: boolean;
  readonly studyShare: number | undefined;
}

/** Draws a timetable: a fixed one, one to be agreed inside a window, or none. Study takes a day of a fixed one. */
export function drawSchedule(
  random: Random,
  pattern: WorkPattern,
  { isGentle, studyShare }: Conditions,
): Schedule | undefined {
  const { fixed, window } = workPatterns[pattern];
  const kind = drawKind(random);
  if (kind === "none") return undefined;
  const timetables = fixed.filter((shifts) => studyShare === undefined || shifts.length === 4);
  if (kind === "fixed" && !isGentle) return { kind, shifts: random.pick(timetables), source: "stated" };
  return { kind: "flexible", window, hours: workHours(random, { isGentle, studyShare }), source: "stated" };
}

/** Work beside study fills a whole week together with it. */
function workHours(random: Random, { isGentle, studyShare }: Conditions): number {
  if (studyShare !== undefined) return Math.round(fullTime * (1 - studyShare));
  return isGentle ? gentleHours(random) : weekHours(random);
}

/** Hours a week, work and study together, that agree with the timetable. */
export function drawHours(
  random: Random,
  chosen: Schedule | undefined,
  conditions: Conditions,
): { min: number; max: number } | undefined {
  const { isGentle, studyShare } = conditions;
  if (chosen?.kind === "fixed") {
    const hours = Math.round(hoursOf(chosen.shifts) / (1 - (studyShare ?? 0)));
    return random.sometimes(0.8, () => ({ min: hours, max: hours }));
  }
  if (studyShare !== undefined) return { min: fullTime, max: fullTime };
  if (chosen?.kind === "flexible")
    return { min: Math.min(chosen.hours, isGentle ? 8 : 20), max: chosen.hours };
  return random.sometimes(0.6, () => {
    const max = workHours(random, conditions);
    return { min: random.chance(0.5) ? max : Math.round(max / 2), max };
  });
}

/** Paid hours: the length of the shifts less half an hour's break in those of more than five hours. */
function hoursOf(shifts: readonly TimeWindow[]): number {
  const lengths = shifts.map(({ from, to }) => (clockHours(to) - clockHours(from) + 24) % 24);
  return lengths.reduce((sum, length) => sum + (length > 5 ? length - 0.5 : length), 0);
}

function clockHours(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) + Number(minutes) / 60;
}
