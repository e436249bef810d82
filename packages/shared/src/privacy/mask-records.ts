import type { Participant } from "../schemas/participant.ts";
import type { Vacancy } from "../schemas/vacancy.ts";
import { maskPersonalData, type PersonalDataKind } from "./mask.ts";

/** What was masked in one field of a record. */
export interface MaskedField {
  /** Path of the field, for example `experiences.0.description`. */
  readonly field: string;
  readonly kind: PersonalDataKind;
  readonly count: number;
}

export interface MaskedRecord<Entity> {
  readonly record: Entity;
  readonly masked: readonly MaskedField[];
}

/** The fields that hold free text; `*` stands for every item of a list. The others hold ids, codes and dates. */
const participantTexts = [
  "about",
  "experiences.*.occupation",
  "experiences.*.description",
  "wishes.*.text",
  "skills.*",
  "education.*",
];
const vacancyTexts = [
  "employer",
  "title",
  "description",
  "occupation.text",
  "skills.must.*",
  "skills.nice.*",
  "languages.*.evidence",
  "drivingLicences.*.evidence",
  "credentials.*.evidence",
  "schedule.evidence",
  "workingTimes.*.evidence",
  "hoursPerWeek.evidence",
];

/**
 * Masks personal data in every free text of a participant.
 *
 * @returns a copy, and what was masked in which field.
 */
export function maskParticipant(participant: Participant): MaskedRecord<Participant> {
  return maskRecord(participant, participantTexts);
}

/** Masks personal data in every free text of a vacancy, the evidence of its requirements included. */
export function maskVacancy(vacancy: Vacancy): MaskedRecord<Vacancy> {
  return maskRecord(vacancy, vacancyTexts);
}

function maskRecord<Entity extends object>(entity: Entity, paths: readonly string[]): MaskedRecord<Entity> {
  const record = structuredClone(entity);
  const masked = paths.flatMap((path) => maskInside(record, path.split("."), []));
  return { record, masked };
}

/** Masks the texts that a path leads to, in place. */
function maskInside(node: unknown, path: readonly string[], walked: readonly string[]): MaskedField[] {
  const [step, ...rest] = path;
  if (typeof node !== "object" || node === null || step === undefined) return [];
  const keys = step === "*" ? Object.keys(node) : [step];
  return keys.flatMap((key) => {
    const child: unknown = Reflect.get(node, key);
    if (typeof child !== "string") return maskInside(child, rest, [...walked, key]);
    const { text, masked } = maskPersonalData(child);
    if (masked.length > 0) Reflect.set(node, key, text);
    return masked.map((found) => ({ field: [...walked, key].join("."), ...found }));
  });
}
