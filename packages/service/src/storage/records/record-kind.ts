import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Queryable, Transaction } from "../database.ts";
import type { NewEvent } from "../event.ts";
import { readParticipantHeads } from "../queries/read-participant-heads.ts";
import { readVacancyHeads } from "../queries/read-vacancy-heads.ts";
import { upsertParticipants } from "../queries/upsert-participants.ts";
import { upsertVacancies } from "../queries/upsert-vacancies.ts";
import type { StoredHead } from "./decide-write.ts";

/** A record and the position of the change that brings it. */
export interface PlacedRecord<Body> {
  readonly body: Body;
  readonly position: number;
}

/** What differs between participants and vacancies when they are written. */
export interface RecordKind<Body extends { readonly id: string; readonly version: number }> {
  readonly entity: "participant" | "vacancy";
  readonly unknownCode: "unknownParticipant" | "unknownVacancy";
  /** What is stored of some ids. */
  readHeads(client: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, StoredHead<Body>>>;
  upsert(transaction: Transaction, records: readonly PlacedRecord<Body>[]): Promise<void>;
  /** Units that may see it; `null`: all. */
  unitsOf(body: Body): readonly string[] | null;
}

export const participantKind: RecordKind<Participant> = {
  entity: "participant",
  unknownCode: "unknownParticipant",
  readHeads: readParticipantHeads,
  upsert: upsertParticipants,
  unitsOf: ({ unit }) => [unit],
};

export const vacancyKind: RecordKind<Vacancy> = {
  entity: "vacancy",
  unknownCode: "unknownVacancy",
  readHeads: readVacancyHeads,
  upsert: upsertVacancies,
  unitsOf: ({ units }) => units ?? null,
};

/** One event for each unit that may learn of the record, or one for all. */
export function recordEvents(
  kind: "changed" | "removed",
  entity: "participant" | "vacancy",
  {
    id,
    version,
    position,
    units,
  }: { id: string; version: number; position: number; units: readonly string[] | null },
): NewEvent[] {
  const payload = { [entity]: id, version, position };
  return (units ?? [null]).map((unit) => ({ kind: `${entity}.${kind}` as const, unit, payload }));
}
