import type {
  CredentialRequirement,
  LanguageRequirement,
  LicenceRequirement,
  Vacancy,
  WorkingTime,
} from "../schemas/vacancy.ts";

/** The requirements that a text makes, each with its sentence as evidence. */
export interface RecognisedRequirements {
  readonly languages: readonly LanguageRequirement[];
  readonly drivingLicences: readonly LicenceRequirement[];
  readonly credentials: readonly CredentialRequirement[];
  readonly workingTimes: readonly WorkingTime[];
  readonly hoursPerWeek?: NonNullable<Vacancy["hoursPerWeek"]>;
}

/** One group as read in one sentence. */
export interface RecognisedGroup<Alternative> {
  readonly anyOf: Alternative[];
  readonly source: "recognised";
  readonly evidence: string;
}

export function recognisedGroup<Alternative>(
  anyOf: Alternative[],
  evidence: string,
): RecognisedGroup<Alternative> {
  return { anyOf, source: "recognised", evidence };
}
