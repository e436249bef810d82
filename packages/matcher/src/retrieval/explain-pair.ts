import { type Assessment, assess } from "../explanation/assessment.ts";
import { completeWeights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import type { StoredParticipant } from "../store/participant-store.ts";
import { unknownParticipant } from "../store/unknown-record.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { isBeyondBorder, requirementsOf, type SearchIndex } from "./candidates/top-candidates.ts";
import { Comparison } from "./compare.ts";

/**
 * Everything that can be said of one pair.
 *
 * @throws JobbmatchError `unknownParticipant` when a border hides the participant from the vacancy.
 */
export function explainPair(
  { participants, vectors }: SearchIndex,
  stored: StoredParticipant,
  vacancy: StoredVacancy,
  request: CompleteMatchRequest,
): Assessment {
  const applied = requirementsOf(participants, vacancy, request);
  if (isBeyondBorder(stored, applied)) throw unknownParticipant(stored.participant.id);
  const pair = new Comparison(vectors, vacancy, request.date).with(stored);
  return assess({ pair, slot: stored.slot, applied, weights: completeWeights(request.weights) });
}
