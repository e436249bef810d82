import { days, type Participant, type TimeWindow, type Vacancy } from "@jobbmatch/shared";
import type { Outcome } from "../../src/rules/rule.ts";

const minutesPerWeek = 7 * 24 * 60;
const halfHours = Array.from({ length: 7 * 48 }, (_, index) => index);

/** The minutes of the week that windows cover, 1 for each, Monday 00:00 first. */
function minutesOf(windows: readonly TimeWindow[]): Uint8Array {
  const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const minutes = new Uint8Array(minutesPerWeek);
  for (const { day, from, to } of windows) {
    const length = clock(to) > clock(from) ? clock(to) - clock(from) : clock(to) + 24 * 60 - clock(from);
    const first = days.indexOf(day) * 24 * 60 + clock(from);
    for (let minute = first; minute < first + length; minute++) minutes[minute % minutesPerWeek] = 1;
  }
  return minutes;
}

const minutesIn = (minutes: Uint8Array, half: number) => minutes.subarray(half * 30, half * 30 + 30);

/** Half hours that a window touches, if only for a minute. */
export function touched(windows: readonly TimeWindow[]): number[] {
  const minutes = minutesOf(windows);
  return halfHours.filter((half) => minutesIn(minutes, half).includes(1));
}

/** Half hours that one window covers wholly. */
function covered(windows: readonly TimeWindow[]): number[] {
  const each = windows.map((window) => minutesOf([window]));
  return halfHours.filter((half) => each.some((minutes) => !minutesIn(minutes, half).includes(0)));
}

interface Free {
  readonly yes: ReadonlySet<number>;
  readonly maybe: ReadonlySet<number>;
  readonly studying: ReadonlySet<number>;
}

function freeOf({ availability }: Participant): Free {
  const commitments = availability?.commitments ?? [];
  const takenBy = (study: boolean) => {
    const chosen = commitments.filter(({ kind }) => (kind === "sfi" || kind === "education") === study);
    return new Set(touched(chosen.flatMap(({ windows }) => windows)));
  };
  const [studies, others] = [takenBy(true), takenBy(false)];
  const open = availability?.weekly === undefined ? halfHours : covered(availability.weekly);
  const rest = new Set(open.filter((half) => !studies.has(half) && !others.has(half)));
  const studying = new Set([...studies].filter((half) => !others.has(half)));
  return { yes: availability?.weekly === undefined ? new Set() : rest, maybe: rest, studying };
}

/** Half hours of study count up to `study`. */
function enough({ yes, maybe, studying }: Free, part: readonly number[], needed: number, study = 0): Outcome {
  const studied = Math.min(study, part.filter((half) => studying.has(half)).length);
  if (part.filter((half) => yes.has(half)).length + studied >= needed) return "pass";
  return part.filter((half) => maybe.has(half)).length + studied < needed ? "fail" : "unknown";
}

/** Of the types in these tests, only municipal jobs let somebody study, up to a quarter. */
export function studyShareOf({ studyShare = 0, training, placementType }: Vacancy): number {
  if (training !== undefined) return 0;
  if (placementType === undefined) return studyShare;
  return placementType === "municipal-job" ? Math.min(studyShare, 0.25) : 0;
}

const belongsTo = {
  evenings: (_day: number, hour: number) => hour >= 18,
  nights: (_day: number, hour: number) => hour >= 22 || hour < 6,
  weekends: (day: number) => day > 4,
  shifts: (day: number, hour: number) => day > 4 || hour < 7 || hour >= 18,
};

export function scheduleOracle(participant: Participant, vacancy: Vacancy): Outcome[] {
  const free = freeOf(participant);
  const outcomes: Outcome[] = (vacancy.workingTimes ?? []).map(({ kind }) => {
    const part = halfHours.filter((half) => belongsTo[kind](Math.floor(half / 48), (half % 48) / 2));
    return enough(free, part, 1);
  });
  const { schedule, training } = vacancy;
  const share = studyShareOf(vacancy);
  if (training?.windows !== undefined) {
    const lessons = touched(training.windows);
    outcomes.push(enough(free, lessons, lessons.length));
  }
  if (schedule?.kind === "fixed") {
    const shifts = touched(schedule.shifts);
    outcomes.push(enough(free, shifts, shifts.length, shifts.length * share));
  }
  if (schedule?.kind === "flexible") {
    const window = covered(schedule.window);
    const needed = Math.min(schedule.hours * 2, window.length);
    outcomes.push(enough(free, window, needed, needed * share));
  }
  if (outcomes.includes("fail")) return ["fail"];
  return outcomes.includes("unknown") ? ["unknown"] : ["pass"];
}
