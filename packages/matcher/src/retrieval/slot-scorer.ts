import {
  backgroundPlaces,
  type CompiledFeature,
  experiencePlaces,
  placesPerSlot,
  type SlotSimilarities,
} from "../ranking/feature-column.ts";
import { nearestTexts } from "../ranking/nearest-texts.ts";
import type { Weights } from "../ranking/scorer.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";

/** Room for what float32 rounds away, so that a bound never lies below the score. */
const roundingError = 1e-6;

/** Where similarities come from: exact ones, or bounds. */
export interface SimilaritySource {
  /** Of the text behind a place (row + 1); minus infinity for 0. */
  text(place: number): number;
  /** Of the nearest skill of a participant to a skill that the vacancy asks for, at least 0. */
  skill(position: number, slot: number): number;
}

interface WeightedFeature {
  readonly feature: CompiledFeature;
  readonly weight: number;
}

/** Scores participants for one vacancy by slot, from columns alone: the same numbers as `scoreOf` gives for a pair. */
export class SlotScorer {
  readonly #participants: ParticipantStore;
  readonly #features: readonly WeightedFeature[];
  readonly #totalWeight: number;
  readonly #similarities: SlotSimilarities;

  constructor(
    participants: ParticipantStore,
    { vacancy, skills }: StoredVacancy,
    { weights, date }: { readonly weights: Weights; readonly date: string },
  ) {
    this.#participants = participants;
    this.#features = participants.features.flatMap(({ feature: { id }, column }) => {
      const feature = column.compile(vacancy, date);
      return feature === undefined ? [] : [{ feature, weight: weights[id] }];
    });
    this.#totalWeight = this.#features.reduce((sum, { weight }) => sum + weight, 0);
    this.#similarities = {
      experience: new Float64Array(experiencePlaces),
      background: 0,
      wish: 0,
      skills: new Float64Array(skills.length),
    };
  }

  /** The most that the scores of the listed can be, when `similarity` holds upper bounds by row + 1. */
  upperBounds(slots: Uint32Array, similarity: Float32Array): Float32Array {
    const bounds = new Float32Array(slots.length).fill(roundingError);
    if (this.#totalWeight === 0) return bounds;
    const listed = { slots, ...nearestTexts(slots, this.#participants.places.all, similarity) };
    for (const { feature, weight } of this.#features) {
      if (weight > 0) feature.addUpperBounds(bounds, weight / this.#totalWeight, listed);
    }
    return bounds;
  }

  /** The score from similarities of that source; never falls when one of them rises. */
  score(slot: number, source: SimilaritySource): number {
    this.#read(slot, source);
    let sum = 0;
    for (const { feature, weight } of this.#features) {
      sum += weight * feature.valueAt(slot, this.#similarities);
    }
    return this.#totalWeight === 0 ? 0 : sum / this.#totalWeight;
  }

  #read(slot: number, source: SimilaritySource): void {
    const places = this.#participants.places.all;
    const { experience, skills } = this.#similarities;
    const first = slot * placesPerSlot;
    let background = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < backgroundPlaces; place++) {
      const similarity = source.text(places[first + place] ?? 0);
      if (place < experiencePlaces) experience[place] = similarity;
      background = Math.max(background, similarity);
    }
    let wish = Number.NEGATIVE_INFINITY;
    for (let place = backgroundPlaces; place < placesPerSlot; place++) {
      wish = Math.max(wish, source.text(places[first + place] ?? 0));
    }
    this.#similarities.background = background;
    this.#similarities.wish = wish;
    for (let position = 0; position < skills.length; position++) {
      skills[position] = source.skill(position, slot);
    }
  }
}
