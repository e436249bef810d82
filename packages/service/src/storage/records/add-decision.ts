import type { Transaction } from "../database.ts";
import type { NewDecision, StoredDecision } from "../decision.ts";
import { appendAudit } from "../queries/append-audit.ts";
import { appendEvents } from "../queries/append-events.ts";
import { insertDecision } from "../queries/insert-decision.ts";

/**
 * Stores a decision, with its entry in the audit log and its event.
 *
 * @param why the reason in words that the asker gave for the audit log, if any.
 * @throws JobbmatchError `unknownParticipant` when the participant is not one of the unit's.
 */
export async function addDecision(
  transaction: Transaction,
  decision: NewDecision,
  why: string | null,
): Promise<StoredDecision> {
  const stored = await insertDecision(transaction, decision);
  const { id, participant, vacancy, unit, state, keyId, model, rulesVersion, indexPosition, inputHash } =
    stored;
  await appendAudit(transaction, [
    {
      keyId,
      action: "decision.made",
      entity: "participant",
      entityId: participant,
      unit,
      reason: why,
      details: { decision: id, vacancy, state, model, rulesVersion, indexPosition, inputHash },
    },
  ]);
  await appendEvents(transaction, [
    { kind: "decision.made", unit, payload: { decision: id, participant, vacancy, state } },
  ]);
  return stored;
}
