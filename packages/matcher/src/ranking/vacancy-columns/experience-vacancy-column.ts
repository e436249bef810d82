import type { Vacancy } from "@jobbmatch/shared";
import { grownTo } from "../../columns/grown-to.ts";
import { vacancyCode } from "../../text/occupation-code.ts";
import { relevanceByText } from "../features/experience-worth.ts";
import { type CodeNumber, codeNumber, codeRelevance, unknownCode } from "../occupation-relevance.ts";
import type { ComparedVacancies, VacancyColumn, ValuedParticipant } from "./vacancy-column.ts";

/** Some earlier work of a participant. */
export interface ValuedWork {
  readonly code: CodeNumber;
  /** How much it counts where it is related, 0.4 to 1. */
  readonly worth: number;
}

/** The participants' side: the work of somebody in the order of the facets, a number where there is none. */
export type WorkOf = (slot: number, date: string) => readonly ValuedWork[] | number;

/** The occupations of all vacancies. */
export class ExperienceVacancyColumn implements VacancyColumn {
  readonly #workOf: WorkOf;
  /** By slot: the number of the occupation's code. */
  #asked = new Uint32Array(0);

  constructor(workOf: WorkOf) {
    this.#workOf = workOf;
  }

  set(slot: number, vacancy: Vacancy): void {
    this.#asked = grownTo(this.#asked, slot + 1);
    this.#asked[slot] = codeNumber(vacancyCode(vacancy));
  }

  remove(slot: number): void {
    if (slot < this.#asked.length) this.#asked[slot] = unknownCode;
  }

  value({ slot, date }: ValuedParticipant, vacancies: ComparedVacancies, values: Float64Array): void {
    const work = this.#workOf(slot, date);
    if (typeof work === "number") {
      values.fill(work);
      return;
    }
    values.fill(0);
    const { slots, experience } = vacancies;
    for (const [place, each] of work.entries()) this.#raise(values, each, slots, experience[place]);
  }

  /** Raises values to what one piece of work is worth, by text where it has one and by code. */
  #raise(
    values: Float64Array,
    { code, worth }: ValuedWork,
    slots: Uint32Array,
    similarities: Float64Array | undefined,
  ): void {
    for (let index = 0; index < slots.length; index++) {
      const byText = similarities === undefined ? 0 : relevanceByText(similarities[index] ?? 0);
      const byCode = codeRelevance(code, this.#asked[slots[index] ?? 0] ?? unknownCode);
      const value = Math.max(byText, byCode) * worth;
      if (value > (values[index] ?? 0)) values[index] = value;
    }
  }
}
