import { JobbmatchError } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import { appendChanges } from "../queries/append-changes.ts";
import { appendEvents } from "../queries/append-events.ts";
import { countDecisions } from "../queries/count-decisions.ts";
import { deleteDecisionsOf } from "../queries/delete-decisions-of.ts";
import { deleteParticipant } from "../queries/delete-participant.ts";
import { eraseFromAnswers } from "../queries/erase-from-answers.ts";
import { eraseFromHistory } from "../queries/erase-from-history.ts";
import { eraseFromShortlists } from "../queries/erase-from-shortlists.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { lockUnit } from "../queries/lock-unit.ts";
import { readFormerUnits } from "../queries/read-former-units.ts";
import { readParticipant } from "../queries/read-participant.ts";
import { recordEvents } from "./record-kind.ts";
import type { RemoveRequest } from "./remove-vacancy.ts";
import type { WrittenRecord } from "./write-result.ts";

/**
 * Erases a participant: the profile, and the person's place in shortlists, their history, decisions and remembered
 * answers. What stays is the opaque id in the change log, the events and the audit log, and counts of decisions.
 *
 * @throws JobbmatchError `unknownParticipant`.
 */
export async function eraseParticipant(
  transaction: Transaction,
  { id, units, check }: RemoveRequest,
): Promise<WrittenRecord> {
  await lockChangeLog(transaction);
  const stored = await readParticipant(transaction, { id, units });
  if (stored === undefined)
    throw new JobbmatchError({ code: "unknownParticipant", id, message: "there is no such participant" });
  const { version, body } = stored;
  check?.(version);
  await deleteParticipant(transaction, id);
  const change = { entity: "participant", id, unit: body.unit, version, kind: "delete" } as const;
  const position = await appendChanges(transaction, [change]);
  await eraseTraces(transaction, { id, position });
  await appendEvents(
    transaction,
    recordEvents("removed", "participant", { id, version, position, units: [body.unit] }),
  );
  return { kind: "written", outcome: "removed", id, version, position };
}

/** With the units' locks held, nobody can be writing a list that still holds the person, nor do so later. */
async function eraseTraces(
  transaction: Transaction,
  { id, position }: { id: string; position: number },
): Promise<void> {
  for (const unit of await readFormerUnits(transaction, id)) await lockUnit(transaction, { unit, position });
  await eraseFromHistory(transaction, id);
  await eraseFromShortlists(transaction, id);
  await countDecisions(transaction, { participant: id });
  await deleteDecisionsOf(transaction, id);
  await eraseFromAnswers(transaction, id);
}
