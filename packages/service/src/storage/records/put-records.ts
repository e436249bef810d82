import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import { participantKind, type RecordKind, vacancyKind } from "./record-kind.ts";
import { type Versioned, WritePlan } from "./write-plan.ts";
import type { WriteResult } from "./write-result.ts";

export interface PutRequest<Body> {
  /** Masked and validated. */
  readonly records: readonly Body[];
  /** Records of other units are answered like ids that may not be used. */
  readonly units: VisibleUnits;
}

/**
 * Stores participants, each with its rows in the change log and the events, in the transaction's one commit. A record
 * that is refused (`staleVersion`, `versionConflict`, `unknownParticipant` beyond the border) does not stop the others.
 *
 * @returns one result for each record, in their order.
 */
export function putParticipants(
  transaction: Transaction,
  request: PutRequest<Participant>,
): Promise<readonly WriteResult[]> {
  return putRecords(transaction, participantKind, request);
}

/** As `putParticipants`, for vacancies. */
export function putVacancies(
  transaction: Transaction,
  request: PutRequest<Vacancy>,
): Promise<readonly WriteResult[]> {
  return putRecords(transaction, vacancyKind, request);
}

async function putRecords<Body extends Versioned>(
  transaction: Transaction,
  kind: RecordKind<Body>,
  { records, units }: PutRequest<Body>,
): Promise<readonly WriteResult[]> {
  const ids = records.map(({ id }) => id);
  const plan = await WritePlan.begin(transaction, kind, ids);
  const results = records.map((record) => plan.add(record, units));
  await plan.carryOut(transaction);
  return results;
}
