/** Days in the order of the week. */
export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof days)[number];

export const halfHoursPerDay = 48;
export const halfHoursPerWeek = halfHoursPerDay * days.length;
const wordsPerWeek = Math.ceil(halfHoursPerWeek / 32);

/**
 * A stretch of time on one day, such as Monday 08:15 to 11:45. `to` may be `24:00`. When `to` is not after
 * `from`, the stretch runs past midnight into the next day.
 */
export interface TimeWindow {
  readonly day: Day;
  /** Local time, `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

/** A set of half hours of the week: bit `day × 48 + half hour`, Monday 00:00 first. Treat it as immutable. */
export type Week = Uint32Array;

/** Which way a time that is not on a half hour is rounded: `inward` promises less, `outward` claims more. */
export type Rounding = "inward" | "outward";

/**
 * The half hours that the windows cover together.
 *
 * @example
 * weekHours(weekOf([{ day: "mon", from: "08:15", to: "11:45" }], "outward")); // 4
 */
export function weekOf(windows: readonly TimeWindow[], rounding: Rounding): Week {
  const week = new Uint32Array(wordsPerWeek);
  for (const window of windows) {
    const start = days.indexOf(window.day) * halfHoursPerDay;
    const [first, end] = halfHourRange(window, rounding);
    for (let slot = first; slot < end; slot++) setHalfHour(week, (start + slot) % halfHoursPerWeek);
  }
  return week;
}

function halfHourRange({ from, to }: TimeWindow, rounding: Rounding): [number, number] {
  const first = minutesOf(from) / 30;
  const last = minutesOf(to) / 30;
  const end = last > first ? last : last + halfHoursPerDay;
  return rounding === "inward" ? [Math.ceil(first), Math.floor(end)] : [Math.floor(first), Math.ceil(end)];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function setHalfHour(week: Week, slot: number): void {
  week[slot >>> 5] = wordAt(week, slot >>> 5) | (1 << (slot & 31));
}

function wordAt(week: Week, index: number): number {
  return week[index] ?? 0;
}

function combine(a: Week, b: Week, operation: (x: number, y: number) => number): Week {
  const week = new Uint32Array(wordsPerWeek);
  for (let index = 0; index < wordsPerWeek; index++)
    week[index] = operation(wordAt(a, index), wordAt(b, index));
  return week;
}

/** The half hours that are in both. */
export function intersectWeeks(a: Week, b: Week): Week {
  return combine(a, b, (x, y) => x & y);
}

/** The half hours that are in either. */
export function uniteWeeks(a: Week, b: Week): Week {
  return combine(a, b, (x, y) => x | y);
}

/** The half hours of `a` that are not in `b`. */
export function subtractWeek(a: Week, b: Week): Week {
  return combine(a, b, (x, y) => x & ~y);
}

/** Hours in a week, in steps of 0.5, from 0 to 168. */
export function weekHours(week: Week): number {
  let bits = 0;
  for (const word of week) bits += popcount(word);
  return bits / 2;
}

/** Hours that are in both weeks: `weekHours(intersectWeeks(a, b))`, without making another week. */
export function sharedHours(a: Week, b: Week): number {
  let bits = 0;
  for (let index = 0; index < wordsPerWeek; index++) bits += popcount(wordAt(a, index) & wordAt(b, index));
  return bits / 2;
}

function popcount(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The half hours as windows, one for each unbroken stretch of a day, in the order of the week. */
export function windowsOf(week: Week): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (const [index, day] of days.entries()) {
    let start: number | undefined;
    for (let slot = 0; slot <= halfHoursPerDay; slot++) {
      const isIn = slot < halfHoursPerDay && hasHalfHour(week, index * halfHoursPerDay + slot);
      if (isIn) start ??= slot;
      else if (start !== undefined) {
        windows.push({ day, from: clockOf(start), to: clockOf(slot) });
        start = undefined;
      }
    }
  }
  return windows;
}

function clockOf(halfHour: number): string {
  return `${String(halfHour >>> 1).padStart(2, "0")}:${halfHour % 2 === 0 ? "00" : "30"}`;
}

/** The days that have at least one half hour in the week. */
export function daysOf(week: Week): Day[] {
  return days.filter((day) => hoursOnDay(week, day) > 0);
}

function hoursOnDay(week: Week, day: Day): number {
  const first = days.indexOf(day) * halfHoursPerDay;
  let count = 0;
  for (let slot = first; slot < first + halfHoursPerDay; slot++) if (hasHalfHour(week, slot)) count += 1;
  return count / 2;
}

/** Whether the week holds the half hour with the given number, 0 (Monday 00:00) to 335. */
export function hasHalfHour(week: Week, slot: number): boolean {
  return ((wordAt(week, slot >>> 5) >>> (slot & 31)) & 1) === 1;
}
