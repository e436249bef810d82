import { TopList } from "../../ranking/rank.ts";
import { completeWeights } from "../../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../../request.ts";
import type { TalliedQuestion } from "../../rules/question-tally.ts";
import type { StoredParticipant } from "../../store/participant-store.ts";
import { scoreError } from "../candidates/score-intervals.ts";
import type { SearchIndex } from "../candidates/top-candidates.ts";
import { type ClosedBy, judgedVacancies } from "./judged-vacancies.ts";
import { listedVacancies, type RankedVacancy, type VacancyMatch } from "./listed-vacancies.ts";
import { ParticipantScorer } from "./participant-scorer.ts";
import { RuleOutcomes } from "./rule-outcomes.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** The answer to "what fits this person?". */
export interface VacancyList {
  readonly participant: string;
  readonly date: string;
  /** How many vacancies were looked at. */
  readonly total: number;
  readonly vacancies: readonly VacancyMatch[];
  /** The best of those that exactly one rule closes; `rank` counts among them. */
  readonly nearMisses: readonly VacancyMatch[];
  readonly closedBy: readonly ClosedBy[];
  /** What to ask the person, the answers that settle most vacancies first. `settles` and `open` count vacancies. */
  readonly questions: readonly TalliedQuestion[];
  readonly model: string;
}

/** Ranks every vacancy that the rules leave open to one participant. Exact: none is passed over. */
export function topVacancies(
  index: SearchIndex,
  participant: StoredParticipant,
  request: CompleteMatchRequest,
): VacancyList {
  const { slot } = participant;
  const { date, limit, nearMisses, unknown } = request;
  const features = index.vacancyTables.features();
  const outcomes = new RuleOutcomes(index.vacancyTables.rules(request), slot);
  const judged = judgedVacancies(features.slots, outcomes, unknown);
  const weights = completeWeights(request.weights);
  const ranking = { features, scorer: new ParticipantScorer(index, features, { slot, date, weights }) };
  const listing = { participants: index.participants, participant, request, scorer: ranking.scorer };
  return {
    participant: participant.participant.id,
    date,
    total: judged.total,
    vacancies: listedVacancies(bestOf(judged.open, limit, ranking), listing),
    nearMisses: listedVacancies(bestOf(judged.missedOnce, nearMisses, ranking), listing),
    closedBy: judged.closedBy,
    questions: judged.questions,
    model: index.model,
  };
}

interface Ranking {
  readonly features: VacancyFeatures;
  readonly scorer: ParticipantScorer;
}

/** The best of the slots, equal ones by id: those who promise most are scored first, then all that can still be among them. */
function bestOf(
  slots: readonly number[],
  limit: number,
  { features, scorer }: Ranking,
): readonly RankedVacancy[] {
  const list = new TopList<RankedVacancy>(limit);
  const { bounds } = scorer.reachable(Uint32Array.from(slots));
  const promising = slots.map((slot, index) => ({ slot, most: bounds[index] ?? 0 }));
  promising.sort((a, b) => b.most - a.most);
  const offer = (some: readonly { readonly slot: number }[]) => {
    const scores = scorer.scores(Uint32Array.from(some, ({ slot }) => slot));
    for (const [index, { slot }] of some.entries()) {
      list.offer({ id: features.idOf(slot), score: scores[index] ?? 0, stored: features.at(slot) });
    }
  };
  offer(promising.slice(0, limit));
  offer(promising.slice(limit).filter(({ most }) => most >= list.threshold - scoreError));
  return list.items;
}
