import type { SlotSimilarities } from "../../ranking/feature-column.ts";
import type { Weights } from "../../ranking/scorer.ts";
import { similaritiesOf } from "../../ranking/slot-similarities.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import type { VectorStore } from "../../vector-index/vector-store.ts";
import { exactSimilarities, greatestSimilarities } from "./participant-similarities.ts";
import { ParticipantTexts } from "./participant-texts.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** Whom vacancies are scored for, and how. */
export interface ScoredParticipant {
  /** The participant's slot. */
  readonly slot: number;
  readonly date: string;
  readonly weights: Weights;
}

/**
 * Scores many vacancies for one participant, from columns alone: the same numbers as `scoreOf` gives for a pair. Valid until
 * anything changes.
 */
export class ParticipantScorer {
  readonly #vectors: VectorStore;
  readonly #features: VacancyFeatures;
  readonly #scored: ScoredParticipant;
  readonly #texts: ParticipantTexts;

  constructor(
    { participants, vectors }: { readonly participants: ParticipantStore; readonly vectors: VectorStore },
    features: VacancyFeatures,
    scored: ScoredParticipant,
  ) {
    this.#vectors = vectors;
    this.#features = features;
    this.#scored = scored;
    this.#texts = new ParticipantTexts(participants, vectors, scored.slot);
  }

  /** The most that the scores of the vacancies in these slots can be: facts exactly, texts by their int8 codes. */
  bounds(slots: Uint32Array): Float64Array {
    return this.#weighted(greatestSimilarities(this.#texts, this.#features, slots, this.#vectors.index));
  }

  /** The scores of the vacancies in these slots. */
  scores(slots: Uint32Array): Float64Array {
    return this.#weighted(exactSimilarities(this.#texts, this.#features, slots));
  }

  /** What the score of one vacancy rests on. */
  similaritiesTo(stored: StoredVacancy): SlotSimilarities {
    const source = this.#texts.comparedWith(stored);
    const texts = Float64Array.from(this.#texts.places, (place, index) => source.text(place, index));
    const skills = Float64Array.from(stored.skills, (_, position) =>
      source.skill(position, this.#scored.slot),
    );
    return similaritiesOf(texts, skills);
  }

  /** The weighted means of what the features are worth. */
  #weighted(vacancies: ComparedVacancies): Float64Array {
    const count = vacancies.slots.length;
    const [sums, totals, values] = [
      new Float64Array(count),
      new Float64Array(count),
      new Float64Array(count),
    ];
    for (const { id, column } of this.#features.columns) {
      column.value(this.#scored, vacancies, values);
      addWeighted({ sums, totals }, values, this.#scored.weights[id]);
    }
    for (let index = 0; index < count; index++) {
      const total = totals[index] ?? 0;
      sums[index] = total === 0 ? 0 : (sums[index] ?? 0) / total;
    }
    return sums;
  }
}

interface WeightedSums {
  readonly sums: Float64Array;
  /** Of the weights. */
  readonly totals: Float64Array;
}

function addWeighted({ sums, totals }: WeightedSums, values: Float64Array, weight: number): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    // What is not asked about does not count.
    if (Number.isNaN(value)) continue;
    sums[index] = (sums[index] ?? 0) + weight * value;
    totals[index] = (totals[index] ?? 0) + weight;
  }
}
