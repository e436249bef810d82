import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ImagedColumn } from "../columns/column-image.ts";
import type { SlotReceiver } from "../columns/slot-picker.ts";
import type { FeatureBound } from "./slot-bounds/feature-bound.ts";
import type { SlotRecord } from "./slot-bounds/slot-record.ts";
import type { VacancyColumn } from "./vacancy-columns/vacancy-column.ts";

/** Facets of earlier work that a profile has at most, and of all kinds but wishes, and of wishes. */
export const experiencePlaces = 3;
export const backgroundPlaces = 6;
export const wishPlaces = 2;
/** Places of a slot: earlier work, the weightiest first; other background; wishes. */
export const placesPerSlot: number = backgroundPlaces + wishPlaces;

/** How similar one participant's texts are to a vacancy, cosine; minus infinity where there is no such text. */
export interface SlotSimilarities {
  /** By place (see `placesPerSlot`). */
  readonly texts: Float64Array;
  /** Earlier work, the weightiest first: the first of `texts`. */
  readonly experience: Float64Array;
  /** The nearest of all texts but the wishes. */
  background: number;
  /** The nearest wish. */
  wish: number;
  /** For each skill that the vacancy asks for, the nearest of the participant's skills, at least 0. */
  readonly skills: Float64Array;
}

/** A feature ready to be valued for one vacancy. Valid until the next change of the column. */
export interface CompiledFeature {
  /**
   * The feature's value, neutral values included, exactly as `valueOf` and `unknownValue` give it. Never falls when a
   * similarity rises, so that bounds on similarities give bounds on the value.
   */
  valueAt(slot: number, similarities: SlotSimilarities): number;
  /** Whether the profile tells the value; otherwise it is the neutral one. */
  isKnownAt(slot: number, similarities: SlotSimilarities): boolean;
  /** What an upper bound of the value is computed from. */
  readonly bound: FeatureBound;
  /**
   * The most that the value can be for anybody whose background texts are all at most so similar, but for those whom
   * `pickExceptions` names. Never falls when the similarity rises. Default: 1.
   */
  mostBelow?(similarity: number): number;
  /** Picks those to whom `mostBelow` does not apply. Default: nobody. */
  pickExceptions?(picker: SlotReceiver): void;
}

/** What a feature keeps of all participants, by slot, so that no profile is read while many are ranked. */
export interface FeatureColumn extends ImagedColumn {
  set(slot: number, participant: Participant): void;
  remove(slot: number): void;
  /** Adds what bounds on the feature are computed from. */
  pack(slot: number, record: SlotRecord): void;
  /** `undefined` when the vacancy does not ask about the feature. `date` is the day of the match, ISO date. */
  compile(vacancy: Vacancy, date: string): CompiledFeature | undefined;
  /** A new column of what vacancies ask, with which these participants are valued. */
  createVacancyColumn(): VacancyColumn;
}
