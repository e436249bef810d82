import type { DecisionState, StoredDecision } from "../decision.ts";

export interface DecisionRow {
  readonly id: string;
  readonly number: number;
  readonly participant_id: string;
  readonly vacancy_id: string;
  readonly unit: string;
  readonly state: DecisionState;
  readonly reason: string | null;
  readonly placement_type: string | null;
  readonly date: string;
  readonly at: string;
  readonly key_id: string;
  readonly model: string;
  readonly rules_version: string;
  readonly index_position: number;
  readonly input_hash: string;
}

export function decisionOf(row: DecisionRow): StoredDecision {
  const { participant_id, vacancy_id, placement_type, key_id, rules_version, index_position, input_hash } =
    row;
  const { id, number, unit, state, reason, date, at, model } = row;
  return {
    id,
    number,
    participant: participant_id,
    vacancy: vacancy_id,
    unit,
    state,
    reason,
    placementType: placement_type,
    date,
    at,
    keyId: key_id,
    model,
    rulesVersion: rules_version,
    indexPosition: index_position,
    inputHash: input_hash,
  };
}
