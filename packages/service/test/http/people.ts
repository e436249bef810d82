import type { ParticipantInput, VacancyInput } from "@jobbmatch/shared";

/** A nursing assistant of a unit; what matters to a test is given. */
export function participant(id: string, fields: Partial<ParticipantInput> = {}): ParticipantInput {
  return {
    id,
    unit: "north",
    version: 1,
    experiences: [{ occupation: "undersköterska", months: 30, lastYear: 2025 }],
    drivingLicences: ["B"],
    ...fields,
  };
}

/** A place for a nursing assistant who drives. */
export function vacancy(id: string, fields: Partial<VacancyInput> = {}): VacancyInput {
  return {
    id,
    version: 1,
    employer: "Hemtjänst 1",
    title: "Undersköterska i hemtjänsten",
    drivingLicences: [{ anyOf: ["B"] }],
    ...fields,
  };
}
