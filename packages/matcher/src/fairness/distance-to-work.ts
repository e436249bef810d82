import { levelRank, type Participant, placementTypes, sfiCourses } from "@jobbmatch/shared";
import { unknownGroup } from "./group-report.ts";

/** A way of telling how far people stand from work, from their profiles alone. */
export interface DistanceDimension {
  readonly id: "yearsSinceWork" | "monthsRegistered" | "sfiStep" | "ladderStep";
  /** The person's group on a day, ISO date; groups sort from near to far where that can be said. */
  readonly groupOf: (participant: Participant, date: string) => string;
}

export const distanceDimensions: readonly DistanceDimension[] = [
  { id: "yearsSinceWork", groupOf: yearsSinceWork },
  { id: "monthsRegistered", groupOf: monthsRegistered },
  { id: "sfiStep", groupOf: sfiStep },
  { id: "ladderStep", groupOf: ladderStep },
];

/** Calendar years since the last work; profiles tell the year, not the month. */
function yearsSinceWork({ experiences }: Participant, date: string): string {
  if (experiences === undefined) return unknownGroup;
  if (experiences.length === 0) return "never";
  const years = experiences.flatMap(({ lastYear }) => lastYear ?? []);
  if (years.length === 0) return unknownGroup;
  return bandOf(Number(date.slice(0, 4)) - Math.max(...years), [0, 1, 3, 6, 10]);
}

function monthsRegistered({ registeredSince }: Participant, date: string): string {
  if (registeredSince === undefined) return unknownGroup;
  const days = (Date.parse(date) - Date.parse(registeredSince)) / 86_400_000;
  return bandOf(Math.floor(days / 30.44), [0, 6, 12, 24, 48]);
}

/** The band that a number falls into, such as `03-05`, padded so that bands sort; numbers below 0 count as 0. */
function bandOf(value: number, starts: readonly number[]): string {
  const pad = (number: number) => String(number).padStart(2, "0");
  const index = starts.findLastIndex((start) => start <= Math.max(0, value));
  const [start = 0, next] = [starts[index], starts[index + 1]];
  if (next === undefined) return `${pad(start)}+`;
  return next - 1 === start ? pad(start) : `${pad(start)}-${pad(next - 1)}`;
}

/** The latest SFI course, or that the level of Swedish is known without one. */
function sfiStep({ languages }: Participant): string {
  const swedish = languages?.filter(({ language }) => language === "sv") ?? [];
  const courses = swedish.flatMap(({ sfi }) => sfi?.course ?? []);
  const latest = sfiCourses.findLast((course) => courses.includes(course));
  if (latest !== undefined) return `SFI ${latest}`;
  const levels = swedish.flatMap(({ level }) => level ?? []);
  if (levels.length === 0) return unknownGroup;
  return levels.some((level) => levelRank(level) >= levelRank("B1")) ? "B1+" : "A0-A2";
}

/** The lowest step of the ladder that the person is found eligible for on the day. */
function ladderStep({ eligibility }: Participant, date: string): string {
  if (eligibility === undefined) return unknownGroup;
  const steps = eligibility
    .filter(({ from = date, until = date }) => from <= date && date <= until)
    .map(({ placementType }) => placementTypes[placementType].step);
  return steps.length === 0 ? "none" : `step ${Math.min(...steps)}`;
}
