import type { Vacancy } from "@jobbmatch/shared";
import { FactDictionary } from "../../columns/fact-dictionary.ts";
import type { ComparedVacancies, VacancyColumn, ValuedParticipant } from "./vacancy-column.ts";

/** What vacancies ask, and what it is worth to a participant. */
export interface NeedDefinition<Need> {
  /** `undefined` when the vacancy does not ask. */
  readonly needOf: (vacancy: Vacancy) => Need | undefined;
  /** Needs with the same key give the same values. */
  readonly needKeyOf: (need: Need) => string;
  /** The value for the participant in a slot. */
  readonly valueFor: (need: Need, slot: number) => number;
}

/** What all vacancies ask of one fact: what many ask is valued once. */
export class FactVacancyColumn<Need> implements VacancyColumn {
  readonly #definition: NeedDefinition<Need>;
  readonly #needs = new FactDictionary<Need>();

  constructor(definition: NeedDefinition<Need>) {
    this.#definition = definition;
  }

  set(slot: number, vacancy: Vacancy): void {
    const need = this.#definition.needOf(vacancy);
    if (need === undefined) this.#needs.remove(slot);
    else this.#needs.set(slot, this.#definition.needKeyOf(need), need);
  }

  remove(slot: number): void {
    this.#needs.remove(slot);
  }

  value({ slot: participant }: ValuedParticipant, { slots }: ComparedVacancies, values: Float64Array): void {
    const valueOfClass = new Array<number | undefined>(this.#needs.classCount).fill(undefined);
    for (let index = 0; index < slots.length; index++) {
      const number = this.#needs.classOf(slots[index] ?? 0);
      const value = valueOfClass[number] ?? this.#valueOf(number, participant);
      valueOfClass[number] = value;
      values[index] = value;
    }
  }

  #valueOf(number: number, participant: number): number {
    const need = this.#needs.factOfClass(number);
    return need === undefined ? Number.NaN : this.#definition.valueFor(need.fact, participant);
  }
}
