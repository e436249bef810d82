import { JobbmatchError } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import { appendChanges } from "../queries/append-changes.ts";
import { appendEvents } from "../queries/append-events.ts";
import { deleteShortlists } from "../queries/delete-shortlists.ts";
import { deleteVacancy } from "../queries/delete-vacancy.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { readVacancy } from "../queries/read-vacancy.ts";
import type { VisibleUnits } from "../visible.ts";
import { recordEvents } from "./record-kind.ts";
import type { WrittenRecord } from "./write-result.ts";

export interface RemoveRequest {
  readonly id: string;
  readonly units: VisibleUnits;
  /** Called with the stored version before anything is removed; what it throws undoes the transaction. */
  readonly check?: (version: number) => void;
}

/**
 * Removes a vacancy and its shortlists. Their history and the decisions stay until they are too old.
 *
 * @throws JobbmatchError `unknownVacancy`.
 */
export async function removeVacancy(
  transaction: Transaction,
  { id, units, check }: RemoveRequest,
): Promise<WrittenRecord> {
  await lockChangeLog(transaction);
  const stored = await readVacancy(transaction, { id, units });
  if (stored === undefined)
    throw new JobbmatchError({ code: "unknownVacancy", id, message: "there is no such vacancy" });
  const { version, body } = stored;
  check?.(version);
  const change = { entity: "vacancy", id, unit: null, version, kind: "delete" } as const;
  const position = await appendChanges(transaction, [change]);
  await deleteShortlists(transaction, { unit: null, vacancies: [id], position });
  await deleteVacancy(transaction, id);
  await appendEvents(
    transaction,
    recordEvents("removed", "vacancy", { id, version, position, units: body.units ?? null }),
  );
  return { kind: "written", outcome: "removed", id, version, position };
}
