import type { CredentialRequirement, LanguageRequirement, Vacancy } from "../schemas/vacancy.ts";
import { implies } from "./driving-licence.ts";
import { recogniseRequirements } from "./recognise-requirements.ts";

export interface VacancyWithRecognised {
  readonly vacancy: Vacancy;
  /** How many requirements were added. */
  readonly recognised: number;
}

/**
 * Adds to a vacancy what its title and description demand beyond what it states. What is stated wins: hours are
 * added only where none are stated, and a group only if no group that is there demands the same. A language that is
 * stated without a level does not stand in the way of a level. An empty list states that nothing is demanded.
 * Doing it twice adds nothing more.
 */
export function withRecognisedRequirements(vacancy: Vacancy): VacancyWithRecognised {
  const { title, description, occupation } = vacancy;
  const found = recogniseRequirements({ title, description, occupation: occupation?.text });
  const languages = added(vacancy.languages, found.languages, coversLanguage);
  const drivingLicences = added(vacancy.drivingLicences, found.drivingLicences, implies);
  const credentials = added(vacancy.credentials, found.credentials, coversCredential);
  const workingTimes = added(
    vacancy.workingTimes,
    found.workingTimes,
    (known, time) => known.kind === time.kind,
  );
  const hours = vacancy.hoursPerWeek === undefined ? found.hoursPerWeek : undefined;
  return {
    vacancy: {
      ...vacancy,
      ...joined("languages", vacancy.languages, languages),
      ...joined("drivingLicences", vacancy.drivingLicences, drivingLicences),
      ...joined("credentials", vacancy.credentials, credentials),
      ...joined("workingTimes", vacancy.workingTimes, workingTimes),
      ...(hours === undefined ? {} : { hoursPerWeek: hours }),
    },
    recognised:
      [languages, drivingLicences, credentials, workingTimes].flat().length + (hours === undefined ? 0 : 1),
  };
}

function added<Group>(
  known: readonly Group[] | undefined,
  found: readonly Group[],
  covers: (known: Group, found: Group) => boolean,
): Group[] {
  if (known?.length === 0) return [];
  return found.filter((group) => !known?.some((other) => covers(other, group)));
}

function joined<Field extends string, Group>(
  field: Field,
  known: readonly Group[] | undefined,
  more: readonly Group[],
) {
  return more.length === 0 ? {} : ({ [field]: [...(known ?? []), ...more] } as Record<Field, Group[]>);
}

/** A group with a level covers every group that shares a language; one without covers only those without. */
function coversLanguage(known: LanguageRequirement, found: LanguageRequirement): boolean {
  return found.anyOf.some(({ language, level }) =>
    known.anyOf.some(
      (other) => other.language === language && (other.level !== undefined || level === undefined),
    ),
  );
}

function coversCredential(known: CredentialRequirement, found: CredentialRequirement): boolean {
  return known.anyOf.some((kind) => found.anyOf.includes(kind));
}
