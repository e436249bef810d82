import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { AssignmentPerson, AssignmentPlace } from "./assignment-input.ts";

/** What of a profile takes part in an assignment. */
export function personOf({ id, registeredSince, availability }: Participant): AssignmentPerson {
  return { id, registeredSince, hoursPerWeek: availability?.hoursPerWeek };
}

/** Whether a place has a seat for anybody. */
export function hasFreeSeats({ status, seats, seatsTaken }: Vacancy): boolean {
  return status === "open" && seatsTaken < seats;
}

/** Whether somebody of the units could be placed there. A place for other units is not even named to the asker. */
export function isOpenToUnits({ units: own }: Vacancy, units: readonly string[] | undefined): boolean {
  return own === undefined || units === undefined || own.some((unit) => units.includes(unit));
}

/** What of a vacancy takes part in an assignment. */
export function placeOf(vacancy: Vacancy): AssignmentPlace {
  const { id, employer, publishedAt, hoursPerWeek, schedule, partTime } = vacancy;
  const seats = Math.max(0, vacancy.seats - vacancy.seatsTaken);
  return { id, employer, seats, publishedAt, hoursPerWeek, schedule, partTime };
}
