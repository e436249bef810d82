import type { Participant, Vacancy } from "@jobbmatch/shared";

/** A participant or vacancy with what storage knows of it. */
export interface StoredRecord<Body> {
  readonly body: Body;
  readonly version: number;
  /** Position of its last change. */
  readonly position: number;
  /** ISO time. */
  readonly updatedAt: string;
}

export type StoredParticipant = StoredRecord<Participant>;
export type StoredVacancy = StoredRecord<Vacancy>;

export interface RecordRow<Body> {
  readonly id: string;
  readonly body: Body;
  readonly version: number;
  readonly position: number;
  readonly updated_at: string;
}

export function recordOf<Body>({ body, version, position, updated_at }: RecordRow<Body>): StoredRecord<Body> {
  return { body, version, position, updatedAt: updated_at };
}
