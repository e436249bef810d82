import type { Participant } from "../schemas/participant.ts";
import type { Vacancy } from "../schemas/vacancy.ts";
import { type MaskCount, maskPersonalData, type PersonalDataKind } from "./mask.ts";

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
const participantTexts = textPaths([
  "about",
  "experiences.*.occupation",
  "experiences.*.description",
  "wishes.*.text",
  "skills.*",
  "education.*",
]);
const vacancyTexts = textPaths([
  "employer",
  "title",
  "description",
  "occupation.text",
  "training.occupation.text",
  "skills.must.*",
  "skills.nice.*",
  "languages.*.evidence",
  "drivingLicences.*.evidence",
  "credentials.*.evidence",
  "schedule.evidence",
  "workingTimes.*.evidence",
  "hoursPerWeek.evidence",
]);

function textPaths(paths: readonly string[]): string[][] {
  return paths.map((path) => path.split("."));
}

/**
 * Masks personal data in every free text of a participant.
 *
 * @returns the participant with its texts masked, and what was masked in which field. Where nothing was, the record is
 * the same object, else a copy.
 */
export function maskParticipant(participant: Participant): MaskedRecord<Participant> {
  return maskRecord(participant, participantTexts);
}

/** Masks personal data in every free text of a vacancy, the evidence of its requirements included. */
export function maskVacancy(vacancy: Vacancy): MaskedRecord<Vacancy> {
  return maskRecord(vacancy, vacancyTexts);
}

function maskRecord<Entity extends object>(
  entity: Entity,
  paths: readonly (readonly string[])[],
): MaskedRecord<Entity> {
  const found = paths.flatMap((path) => maskedTextsIn(entity, path, []));
  if (found.length === 0) return { record: entity, masked: [] };
  const record = structuredClone(entity);
  for (const { path, text } of found) replaceText(record, path, text);
  const masked = found.flatMap(({ path, counts }) =>
    counts.map((each) => ({ field: path.join("."), ...each })),
  );
  return { record, masked };
}

/** A text that held personal data: where it stands, what takes its place, and what was masked. */
interface FoundText {
  readonly path: readonly string[];
  readonly text: string;
  readonly counts: readonly MaskCount[];
}

function maskedTextsIn(node: unknown, path: readonly string[], walked: readonly string[]): FoundText[] {
  if (typeof node === "string") {
    const { text, masked } = maskPersonalData(node);
    return masked.length === 0 ? [] : [{ path: walked, text, counts: masked }];
  }
  const [step, ...rest] = path;
  if (typeof node !== "object" || node === null || step === undefined) return [];
  const keys = step === "*" ? Object.keys(node) : [step];
  return keys.flatMap((key) => maskedTextsIn(Reflect.get(node, key), rest, [...walked, key]));
}

function replaceText(record: object, path: readonly string[], text: string): void {
  const [step = "", ...rest] = path;
  if (rest.length === 0) {
    Reflect.set(record, step, text);
    return;
  }
  const child: unknown = Reflect.get(record, step);
  if (typeof child === "object" && child !== null) replaceText(child, rest, text);
}
