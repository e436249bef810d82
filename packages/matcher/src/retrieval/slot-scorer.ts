import type { SlotReceiver } from "../columns/slot-picker.ts";
import { type CompiledFeature, placesPerSlot, type SlotSimilarities } from "../ranking/feature-column.ts";
import type { Weights } from "../ranking/scorer.ts";
import type { SharedBound } from "../ranking/slot-bounds/feature-bound.ts";
import { emptySimilarities, findNearest } from "../ranking/slot-similarities.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";

/** Where similarities come from: exact ones, or bounds. */
export interface SimilaritySource {
  /**
   * Of a text by row + 1; minus infinity for 0.
   *
   * @param place of the slot's eight.
   */
  text(rowAfter: number, place: number): number;
  /** Of the nearest skill of a participant to a skill that the vacancy asks for, at least 0. */
  skill(position: number, slot: number): number;
}

export interface SimilarityScore {
  /** 0 to 1. */
  readonly score: number;
  readonly similarities: Readonly<SlotSimilarities>;
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
  readonly #bounds: readonly SharedBound[];
  readonly #askedSkills: number;
  readonly #scratch: SlotSimilarities;

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
    this.#bounds = this.#features.map(({ feature: { bound }, weight }) => {
      return { bound, share: this.#totalWeight === 0 ? 0 : weight / this.#totalWeight };
    });
    this.#askedSkills = skills.length;
    this.#scratch = emptySimilarities(skills.length);
  }

  /** The most that the scores of the slots can be, by the similarities that stand in the participants' `bounds`. */
  upperBounds(slots: Uint32Array): Float32Array {
    return this.#participants.bounds.bound(this.#bounds, slots);
  }

  /** Lowers bounds that `upperBounds` gave to what they are with all values that are known exactly. */
  tighten(slots: Uint32Array, bounds: Float32Array): void {
    for (const { bound, share } of this.#bounds) {
      if (bound.kind !== "values") continue;
      for (let index = 0; index < slots.length; index++) {
        bounds[index] = (bounds[index] ?? 0) - share * (1 - bound.valueAt(slots[index] ?? 0));
      }
    }
  }

  /**
   * The most that the score can be for anybody whose background texts are all at most so similar, but for those whom
   * `pickExceptions` names. Never falls when the similarity rises.
   */
  mostBelow(similarity: number): number {
    if (this.#totalWeight === 0) return 0;
    let sum = 0;
    for (const { feature, weight } of this.#features) sum += weight * (feature.mostBelow?.(similarity) ?? 1);
    return sum / this.#totalWeight;
  }

  pickExceptions(picker: SlotReceiver): void {
    for (const { feature, weight } of this.#features) if (weight > 0) feature.pickExceptions?.(picker);
  }

  /** The score from similarities of that source; never falls when one of them rises. */
  score(slot: number, source: SimilaritySource): number {
    this.#read(this.#scratch, slot, source);
    return this.#scoreFrom(slot, this.#scratch);
  }

  /** The score, and the similarities that it rests on. */
  scoreWithSimilarities(slot: number, source: SimilaritySource): SimilarityScore {
    const similarities = emptySimilarities(this.#askedSkills);
    this.#read(similarities, slot, source);
    return { score: this.#scoreFrom(slot, similarities), similarities };
  }

  #scoreFrom(slot: number, similarities: SlotSimilarities): number {
    let sum = 0;
    for (const { feature, weight } of this.#features) sum += weight * feature.valueAt(slot, similarities);
    return this.#totalWeight === 0 ? 0 : sum / this.#totalWeight;
  }

  #read(similarities: SlotSimilarities, slot: number, source: SimilaritySource): void {
    const { texts, skills } = similarities;
    const places = this.#participants.places.all;
    const first = slot * placesPerSlot;
    for (let place = 0; place < placesPerSlot; place++)
      texts[place] = source.text(places[first + place] ?? 0, place);
    findNearest(similarities);
    for (let position = 0; position < skills.length; position++) {
      skills[position] = source.skill(position, slot);
    }
  }
}
