import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { readParticipant } from "../queries/read-participant.ts";
import { readVacancy } from "../queries/read-vacancy.ts";
import type { StoredParticipant, StoredVacancy } from "../stored-record.ts";
import type { VisibleUnits } from "../visible.ts";
import { putParticipants, putVacancies, writtenOrThrow } from "./put-records.ts";
import type { WrittenRecord } from "./write-result.ts";

export interface ChangeRequest<Stored, Body> {
  readonly id: string;
  readonly units: VisibleUnits;
  /**
   * What to store in the place of what is stored (`undefined`: nothing that may be seen). Nobody else can write until
   * the transaction ends. What it throws undoes the transaction.
   */
  readonly change: (stored: Stored | undefined) => Body;
}

/**
 * Stores a participant that depends on what is stored.
 *
 * @throws JobbmatchError `staleVersion`, `versionConflict`, `unknownParticipant` (the id belongs to another unit).
 * @example
 * await database.transaction((transaction) =>
 *   changeParticipant(transaction, { id, units, change: (stored) => merge(stored?.body, patch) }),
 * );
 */
export async function changeParticipant(
  transaction: Transaction,
  { id, units, change }: ChangeRequest<StoredParticipant, Participant>,
): Promise<WrittenRecord> {
  await lockChangeLog(transaction);
  const record = change(await readParticipant(transaction, { id, units }));
  const [result] = await putParticipants(transaction, { records: [record], units });
  return writtenOrThrow(result);
}

/** As `changeParticipant`, for a vacancy. */
export async function changeVacancy(
  transaction: Transaction,
  { id, units, change }: ChangeRequest<StoredVacancy, Vacancy>,
): Promise<WrittenRecord> {
  await lockChangeLog(transaction);
  const record = change(await readVacancy(transaction, { id, units }));
  const [result] = await putVacancies(transaction, { records: [record], units });
  return writtenOrThrow(result);
}
