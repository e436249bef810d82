import type { Result } from "../errors.ts";
import { parseWith } from "./parse-with.ts";
import { type Participant, participant } from "./participant.ts";
import { type Vacancy, vacancy } from "./vacancy.ts";

/**
 * Checks a participant from outside.
 *
 * @returns the participant, or every problem with its field; never throws.
 * @example
 * parseParticipant({ id: "p1", unit: "ame", version: 1, age: 40 });
 * // { ok: false, problems: [{ code: "unknownField", id: "p1", field: "age", message: "the field is not known" }] }
 */
export function parseParticipant(input: unknown): Result<Participant> {
  return parseWith(participant, input);
}

/** Checks a vacancy from outside; as `parseParticipant`. */
export function parseVacancy(input: unknown): Result<Vacancy> {
  return parseWith(vacancy, input);
}
