import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { Comparison } from "../compare.ts";
import type { SimilaritySource } from "../slot-scorer.ts";
import type { ScoreSources } from "./score-intervals.ts";

/**
 * The similarities of participants whose texts and skills were compared by their codes, as exactly as a score takes them:
 * of texts of which only the nearest counts, those that another one exceeds for certain keep a lower bound.
 */
export class ExactSimilarities implements SimilaritySource {
  readonly #sources: ScoreSources;
  readonly #comparison: Comparison;
  /** What the nearest other background, and the nearest wish, of the participant reach for certain. */
  #background = Number.NEGATIVE_INFINITY;
  #wish = Number.NEGATIVE_INFINITY;

  constructor(sources: ScoreSources, comparison: Comparison) {
    this.#sources = sources;
    this.#comparison = comparison;
  }

  /** Those of the participant in a slot, until it is called again. */
  of(slot: number): this {
    const first = slot * placesPerSlot;
    this.#background = this.#certain(first, first + backgroundPlaces);
    this.#wish = this.#certain(first + backgroundPlaces, first + placesPerSlot);
    return this;
  }

  text(rowAfter: number, place: number): number {
    if (rowAfter === 0) return Number.NEGATIVE_INFINITY;
    const { intervals } = this.#sources;
    // Each experience has a value of its own.
    if (place < experiencePlaces) return this.#comparison.textSimilarity(rowAfter - 1);
    const nearest = place < backgroundPlaces ? this.#background : this.#wish;
    return intervals.upperOf(rowAfter) < nearest
      ? intervals.lowerOf(rowAfter)
      : this.#comparison.textSimilarity(rowAfter - 1);
  }

  skill(position: number, slot: number): number {
    const rows = this.#sources.skills.rowsOfNearest(position, slot);
    return this.#comparison.nearestSkill(position, rows);
  }

  #certain(from: number, to: number): number {
    const { intervals, participants } = this.#sources;
    let most = Number.NEGATIVE_INFINITY;
    for (let place = from; place < to; place++) {
      most = Math.max(most, intervals.lowerOf(participants.places.all[place] ?? 0));
    }
    return most;
  }
}
