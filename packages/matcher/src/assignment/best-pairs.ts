import { featureIds } from "../ranking/feature.ts";
import { completeWeights, type Weights } from "../ranking/scorer.ts";
import type { CompleteMatchRequest } from "../request.ts";
import { BestSlots } from "../retrieval/candidates/best-slots.ts";
import type { SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import { Comparison } from "../retrieval/compare.ts";
import { type SimilaritySource, SlotScorer } from "../retrieval/slot-scorer.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { AssignmentPair } from "./assignment-input.ts";

/** A score with these weights is the value of the wish alone. */
const wishAlone = Object.fromEntries(featureIds.map((id) => [id, id === "wish" ? 1 : 0])) as Weights;

/** The best of some slots as a list ranks them, from columns alone: no profile is read. */
export function bestPairs(
  index: SearchIndex,
  stored: StoredVacancy,
  slots: Bitset,
  { date, limit, weights }: CompleteMatchRequest,
): AssignmentPair[] {
  const comparison = new Comparison(index.vectors, stored, date);
  const scorer = new SlotScorer(index.participants, stored, { weights: completeWeights(weights), date });
  const wishScorer = new SlotScorer(index.participants, stored, { weights: wishAlone, date });
  const texts: SimilaritySource = {
    text: (place) => (place === 0 ? Number.NEGATIVE_INFINITY : comparison.textSimilarity(place - 1)),
    skill: () => 0,
  };
  const search = new BestSlots(index, stored, { scorer, comparison });
  return search.best(slots, limit).map(({ id, score, slot }) => ({
    participant: id,
    vacancy: stored.vacancy.id,
    score,
    wish: wishScorer.score(slot, texts),
  }));
}
