import type { ParticipantInput, TimeWindow, VacancyInput } from "@jobbmatch/shared";

/** A municipal practice in small: few people and places, so that every right answer can be told by hand. */
export interface Scenario {
  readonly id: string;
  /** What they do, in a sentence. */
  readonly practice: string;
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly participants: readonly ParticipantInput[];
  readonly vacancies: readonly VacancyInput[];
}

const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** The same hours on the first weekdays of the week. */
export function onWeekdays(from: string, to: string, count = 5): TimeWindow[] {
  return weekdays.slice(0, count).map((day) => ({ day, from, to }));
}

/** The centre of the municipality in all scenarios: Borås. */
export const centre = { municipality: "1490", coordinates: { latitude: 57.721, longitude: 12.94 } };

/** Somebody about whom everything that rules ask is known, and who can take any place. */
export function openPerson(id: string, profile: Partial<ParticipantInput> = {}): ParticipantInput {
  return {
    id,
    unit: "boras",
    version: 1,
    languages: [{ language: "sv", level: "B1" }],
    drivingLicences: [],
    credentials: [],
    eligibility: [{ placementType: "municipal-job", from: "2026-01-01", until: "2027-12-31" }],
    availability: { weekly: onWeekdays("06:00", "18:00"), hoursPerWeek: { min: 10, max: 40 } },
    home: centre,
    commute: { maxKm: 30, hasCar: false },
    currentPlacement: null,
    ...profile,
  };
}
