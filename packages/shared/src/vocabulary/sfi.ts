import type { LanguageLevel } from "./cefr.ts";

/** Courses of Swedish for immigrants (SFI), in the order in which they are taken. */
export const sfiCourses = ["A", "B", "C", "D"] as const;
export type SfiCourse = (typeof sfiCourses)[number];

/**
 * The level that a passed course proves: the lower bound of the course's interval, because a hard rule must not
 * credit more than is certain. Source of the intervals (A: A1, B: A1-A2, C: A2-A2+, D: B1-B1+): the National Agency
 * for Education's syllabus for SFI.
 */
const provenBy: Readonly<Record<SfiCourse, LanguageLevel>> = { A: "A1", B: "A1", C: "A2", D: "B1" };

/**
 * The level of Swedish that a course proves. Somebody who still attends a course has proved the course before it.
 *
 * @example
 * sfiLevel("D", "attending"); // "A2"
 */
export function sfiLevel(course: SfiCourse, status: "passed" | "attending"): LanguageLevel {
  if (status === "passed") return provenBy[course];
  const before = sfiCourses[sfiCourses.indexOf(course) - 1];
  return before === undefined ? "none" : provenBy[before];
}
