import type { Vacancy } from "@jobbmatch/shared";

/** Some vacancies, and how similar one participant's texts are to them, or can be at most: cosines. */
export interface ComparedVacancies {
  /** The vacancies' slots. What follows is in their order. */
  readonly slots: Uint32Array;
  /** Of each earlier work that has a text (see `experiencePlaces`), the weightiest first; nothing where there is none. */
  readonly experience: readonly (Float64Array | undefined)[];
  /** The nearest of all texts but the wishes; minus infinity without any. */
  readonly background: Float64Array;
  /** The nearest wish; minus infinity without any. */
  readonly wish: Float64Array;
  /** Of the participant's nearest skill to each skill that some vacancy asks for, at least 0: by the skill's number. */
  readonly nearestSkill: Float64Array;
  /** The numbers of the skills that the vacancy in a slot asks for. */
  skillsOf(slot: number): Uint32Array;
}

/** For whom vacancies are valued. */
export interface ValuedParticipant {
  /** The participant's slot. */
  readonly slot: number;
  /** The day of the match, ISO date. */
  readonly date: string;
}

/**
 * What a feature keeps of all vacancies, by slot: the other side of `FeatureColumn`, with which one participant is held
 * against many vacancies in one loop.
 */
export interface VacancyColumn {
  set(slot: number, vacancy: Vacancy): void;
  remove(slot: number): void;
  /**
   * Writes the feature's value for each of the vacancies, NaN where one does not ask: to the bit what
   * `CompiledFeature.valueAt` gives, so it never falls when a similarity rises.
   */
  value(participant: ValuedParticipant, vacancies: ComparedVacancies, values: Float64Array): void;
}
