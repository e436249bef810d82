import { type HoursPerWeek, intersectWeeks, type Week, weekHours, weekOf } from "@jobbmatch/shared";
import type { AssignmentPerson, AssignmentPlace } from "./assignment-input.ts";

/** Hours of a full week where nothing else is known. */
const fullWeek = 40;

/** Hours a week that the person would work at the place: as many as the person can, inside what the place offers. */
export function hoursAt(
  { hoursPerWeek: own }: AssignmentPerson,
  { hoursPerWeek: offered, partTime }: AssignmentPlace,
): number {
  const most = Math.min(own?.max ?? fullWeek, offered?.max ?? fullWeek, partTime?.sharedHours ?? fullWeek);
  return Math.max(most, offered?.min ?? 0, minimumHours);
}

/** So that nobody uses up nothing. */
const minimumHours = 1;

/** The part of the person's week that the place fills, 0 to 1. A place that cannot be combined is the whole week. */
export function weekShareOf(person: AssignmentPerson, place: AssignmentPlace): number {
  if (place.partTime?.combinable !== true) return 1;
  return Math.min(1, hoursAt(person, place) / weekOfPerson(person));
}

function weekOfPerson({ hoursPerWeek }: { readonly hoursPerWeek?: HoursPerWeek | undefined }): number {
  return Math.max(minimumHours, hoursPerWeek?.max ?? fullWeek);
}

/**
 * Whether so many hours at two places fit into the person's week. Somebody whose hours are unknown is not split between
 * places: nobody should be promised for hours that they may not have.
 */
export function canCombine({ hoursPerWeek }: AssignmentPerson, hours: number): boolean {
  return hoursPerWeek?.max !== undefined && hours <= hoursPerWeek.max;
}

/** Tells of two places that can be combined whether their fixed shifts overlap. */
export function overlappingPlaces(
  places: readonly AssignmentPlace[],
): (one: number, other: number) => boolean {
  const weeks = new Map<number, Week>();
  for (const [index, { partTime, schedule }] of places.entries()) {
    if (partTime?.combinable === true && schedule?.kind === "fixed")
      weeks.set(index, weekOf(schedule.shifts, "outward"));
  }
  return (one, other) => {
    const first = weeks.get(one);
    const second = weeks.get(other);
    return first !== undefined && second !== undefined && weekHours(intersectWeeks(first, second)) > 0;
  };
}
