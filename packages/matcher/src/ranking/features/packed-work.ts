import type { Experience } from "@jobbmatch/shared";
import { experienceCode } from "../../text/occupation-code.ts";
import { type CodeNumber, codeNumber } from "../occupation-relevance.ts";
import { freshnessOf, practiceOf } from "./experience-worth.ts";

/** Work in one number: the code's number, months + 1, and years since the first, from the highest bits down. */
export type PackedWork = number;
const monthsShift = 8;
const codeShift = 18;
const unknownMonths = 722;
const firstYear = 1949;
const lastYear = 2100;

/** Stands in a list for a profile that says there is no earlier work; an empty list: it does not say. */
export const noWork: PackedWork = 1;

export function packedWork(experience: Experience): PackedWork {
  const months = experience.months === undefined ? unknownMonths : experience.months + 1;
  const year = experience.lastYear === undefined ? 0 : experience.lastYear - firstYear;
  return ((codeNumber(experienceCode(experience)) << codeShift) | (months << monthsShift) | year) >>> 0;
}

export function codeOfWork(work: PackedWork): CodeNumber {
  return work >>> codeShift;
}

/** Months + 1, or a number beyond all of them for an unknown length: the place in `practices`. */
export function monthsOfWork(work: PackedWork): number {
  return (work >>> monthsShift) & 1023;
}

/** The place in what `freshnesses` gives. */
export function yearOfWork(work: PackedWork): number {
  return work & 255;
}

/** What practice is worth, by `monthsOfWork`. */
export const practices: Float64Array = Float64Array.from({ length: unknownMonths + 1 }, (_, index) =>
  practiceOf(index === unknownMonths ? undefined : index - 1),
);

/** What being recent is worth, by `yearOfWork`. */
export function freshnesses(now: number): Float64Array {
  return Float64Array.from({ length: lastYear - firstYear + 1 }, (_, index) =>
    freshnessOf(index === 0 ? undefined : firstYear + index, now),
  );
}
