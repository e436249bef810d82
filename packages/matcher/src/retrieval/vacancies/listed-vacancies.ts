import { type Assessment, assessmentFrom } from "../../explanation/assessment.ts";
import { judgedRules } from "../../explanation/judged-rule.ts";
import { AskedFeatures } from "../../ranking/asked-features.ts";
import type { Scored } from "../../ranking/rank.ts";
import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { ParticipantStore, StoredParticipant } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import { requirementsOf } from "../candidates/top-candidates.ts";
import { once } from "../once.ts";
import { pairFrom } from "../pair-from.ts";
import type { ParticipantScorer } from "./participant-scorer.ts";

/** A vacancy on a participant's list. */
export interface VacancyMatch extends Assessment {
  /** 1 for the best. */
  readonly rank: number;
}

/** A vacancy with its score for one participant. */
export interface RankedVacancy extends Scored {
  readonly stored: StoredVacancy;
}

/** Whose list it is, and how it was asked for. */
export interface VacancyListing {
  readonly participants: ParticipantStore;
  readonly participant: StoredParticipant;
  readonly request: CompleteMatchRequest;
  readonly scorer: ParticipantScorer;
}

/** Assesses the vacancies on a list as they are now, whatever changes before it is read. Words are found when they are read. */
export function listedVacancies(best: readonly RankedVacancy[], listing: VacancyListing): VacancyMatch[] {
  return best.map((each, index) => listedVacancy(each, index + 1, listing));
}

function listedVacancy(
  { score, stored }: RankedVacancy,
  rank: number,
  { participants, participant: { slot, participant }, request, scorer }: VacancyListing,
): VacancyMatch {
  const { date, weights } = request;
  const { vacancy } = stored;
  const similarities = scorer.similaritiesTo(stored);
  const source = {
    vacancy,
    valued: new AskedFeatures(participants.features, vacancy, date).valuesAt(slot, similarities),
    weights: completeWeights(weights),
    judged: judgedRules(requirementsOf(participants, stored, request), slot),
    questionOrder: [],
    pair: once(() => pairFrom(participant, similarities, { stored, date })),
  };
  return assessmentFrom({ rank, participant: participant.id, vacancy: vacancy.id, score }, source);
}
