import type { Localised, Participant, Vacancy } from "@jobbmatch/shared";
import type { EffortKind } from "./effort.ts";

/** Something that could become different, on a person's side or on a vacancy's. */
export interface Change<Changed> {
  /** Begins with the rule's id. Equal ids are the same change. */
  readonly id: string;
  /** Changes of one aspect stand in place of each other, as B1 in place of A2 does, and are never combined. */
  readonly aspect: string;
  readonly effort: EffortKind;
  /** How many times the effort is made: levels, weekdays, steps of 5 km. More than 0. */
  readonly times: number;
  readonly describe: () => Localised;
  /** Pure: gives the changed record and leaves the given one as it is. */
  readonly apply: (before: Changed) => Changed;
}

/** A step that a person could take, such as getting a licence. */
export type ProfileChange = Change<Participant>;

/** A demand that a vacancy could ease, such as accepting A2 instead of B1. */
export type VacancyChange = Change<Vacancy>;
