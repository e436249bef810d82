import { entityId, isMunicipalityCode, JobbmatchError, type Problem } from "@jobbmatch/shared";
import { dayNumber, isoDateOf } from "./dates.ts";
import { type Area, areaOf } from "./municipality.ts";

/** What to generate. */
export interface GenerateOptions {
  /** A whole number, 0 to 2⁵³ − 1. The same seed always gives the same records. */
  readonly seed: number;
  /** How many records, 0 to 10,000,000. */
  readonly count: number;
  /** Index of the first record; lets several processes share the work. Default 0. */
  readonly first?: number;
  /** Code of the municipality where most people live and most places are. Default `"1490"` (Borås). */
  readonly municipality?: string;
  /** Units that the people belong to; the first is the largest. Default three. */
  readonly units?: readonly string[];
  /** The day on which the data is true, ISO date; all other dates lie around it. Default `"2026-11-23"`, a Monday. */
  readonly today?: string;
}

export const defaultToday = "2026-11-23";
export const defaultMunicipality = "1490";
export const defaultUnits: readonly string[] = ["ame-centrum", "ame-norr", "ame-soder"];
const countLimit = 10_000_000;

/** The checked options. */
export interface Setting {
  readonly seed: number;
  readonly first: number;
  readonly end: number;
  readonly area: Area;
  readonly units: readonly string[];
  /** Day number of today. */
  readonly today: number;
}

/** @throws JobbmatchError `invalidRequest` that names the options that are wrong. */
export function settingOf(options: GenerateOptions): Setting {
  const { seed, count, first = 0, units = defaultUnits, municipality = defaultMunicipality } = options;
  const today = dayNumber(options.today ?? defaultToday);
  const [problem, ...others] = [
    isWholeNumber(seed, Number.MAX_SAFE_INTEGER) ? [] : wrong("seed", "expected a whole number from 0"),
    isWholeNumber(count, countLimit) ? [] : wrong("count", `expected a whole number, 0 to ${countLimit}`),
    isWholeNumber(first, countLimit) ? [] : wrong("first", `expected a whole number, 0 to ${countLimit}`),
    areUnits(units) ? [] : wrong("units", "expected at least one unit id, each once"),
    isDay(options.today ?? defaultToday)
      ? []
      : wrong("today", "expected an ISO date, 2000-01-01 to 2099-12-31"),
    isMunicipalityCode(municipality) ? [] : wrong("municipality", "expected the code of a municipality"),
  ].flat();
  if (problem !== undefined) throw new JobbmatchError(problem, ...others);
  return { seed, first, end: first + count, area: areaOf(municipality), units, today };
}

function isWholeNumber(value: number, limit: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= limit;
}

function areUnits(units: readonly string[]): boolean {
  const valid = units.every((unit) => entityId.safeParse(unit).success);
  return valid && units.length > 0 && new Set(units).size === units.length;
}

function isDay(text: string): boolean {
  // A day that no month has, such as 30 February, comes back as another one.
  return isoDateOf(dayNumber(text)) === text && text >= "2000-01-01" && text <= "2099-12-31";
}

function wrong(field: string, message: string): [Problem] {
  return [{ code: "invalidRequest", field, message }];
}
