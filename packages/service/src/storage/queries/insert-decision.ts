import { JobbmatchError } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import type { NewDecision, StoredDecision } from "../decision.ts";
import { type DecisionRow, decisionOf } from "./decision-row.ts";

/**
 * Stores a decision about a participant of the unit; the participant cannot be erased before the transaction ends.
 *
 * @throws JobbmatchError `unknownParticipant`.
 */
export async function insertDecision(
  transaction: Transaction,
  decision: NewDecision,
): Promise<StoredDecision> {
  const { rows } = await transaction.query<DecisionRow>(
    `WITH participant AS (SELECT id FROM participants WHERE id = $1 AND unit = $3 FOR KEY SHARE)
     INSERT INTO decisions (participant_id, vacancy_id, unit, state, reason, placement_type, date, key_id, model,
                            rules_version, index_position, input_hash)
     SELECT id, $2, $3, $4, $5, $6, $7::date, $8, $9, $10, $11::bigint, $12 FROM participant
     RETURNING *`,
    [
      decision.participant,
      decision.vacancy,
      decision.unit,
      decision.state,
      decision.reason,
      decision.placementType,
      decision.date,
      decision.keyId,
      decision.model,
      decision.rulesVersion,
      decision.indexPosition,
      decision.inputHash,
    ],
  );
  if (rows[0] !== undefined) return decisionOf(rows[0]);
  const id = decision.participant;
  throw new JobbmatchError({ code: "unknownParticipant", id, message: "there is no such participant" });
}
