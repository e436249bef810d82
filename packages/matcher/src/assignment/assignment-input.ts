import type { HoursPerWeek, Schedule } from "@jobbmatch/shared";

/** A participant and a place that the rules leave open to each other. */
export interface AssignmentPair {
  readonly participant: string;
  readonly vacancy: string;
  /** The match's score, 0 to 1. */
  readonly score: number;
  /** How much the person wishes for this, 0 to 1. */
  readonly wish: number;
}

/** What the assignment needs to know of a person: nothing but this enters it. */
export interface AssignmentPerson {
  readonly id: string;
  /** First day as a job seeker, ISO date; absent: unknown. */
  readonly registeredSince?: string | undefined;
  /** Hours a week that the person can work; absent: unknown. */
  readonly hoursPerWeek?: HoursPerWeek | undefined;
}

/** What the assignment needs to know of a place. */
export interface AssignmentPlace {
  readonly id: string;
  readonly employer: string;
  /** Seats that are free, 0 or more. */
  readonly seats: number;
  readonly publishedAt?: string | undefined;
  readonly hoursPerWeek?: HoursPerWeek | undefined;
  readonly schedule?: Schedule | undefined;
  readonly partTime?: { readonly sharedHours?: number | undefined; readonly combinable: boolean } | undefined;
}

/** Everything that is to be assigned. The order of the lists makes no difference to the result. */
export interface AssignmentInput {
  readonly people: readonly AssignmentPerson[];
  readonly places: readonly AssignmentPlace[];
  readonly pairs: readonly AssignmentPair[];
}
