import type { Vacancy } from "@jobbmatch/shared";
import { ShortLists } from "../../columns/short-lists.ts";
import { offeredCodes } from "../../text/occupation-code.ts";
import { type CodeNumber, codeNumber, codeRelevance } from "../occupation-relevance.ts";
import type { ComparedVacancies, VacancyColumn, ValuedParticipant } from "./vacancy-column.ts";

/** Codes that a vacancy offers at most: its occupation's, and that of what its training leads to. */
const mostOffered = 2;

/** The participants' side. */
export interface WishSide {
  /** The codes of somebody's wishes. */
  readonly wishedBy: (slot: number) => readonly CodeNumber[];
  /** What a wish is worth by its similarity alone. */
  readonly byText: (similarity: number) => number;
  /** What counts for somebody without wishes. */
  readonly unknown: number;
}

/** The occupation codes that all vacancies offer. */
export class WishVacancyColumn implements VacancyColumn {
  readonly #side: WishSide;
  readonly #offered = new ShortLists(mostOffered);

  constructor(side: WishSide) {
    this.#side = side;
  }

  set(slot: number, vacancy: Vacancy): void {
    this.#offered.set(slot, offeredCodes(vacancy).map(codeNumber));
  }

  remove(slot: number): void {
    this.#offered.remove(slot);
  }

  value({ slot }: ValuedParticipant, vacancies: ComparedVacancies, values: Float64Array): void {
    this.#valueByText(vacancies, values);
    for (const wished of this.#side.wishedBy(slot)) this.#raise(values, wished, vacancies);
  }

  #valueByText({ wish }: ComparedVacancies, values: Float64Array): void {
    const { byText, unknown } = this.#side;
    for (let index = 0; index < values.length; index++) {
      const nearest = wish[index] ?? Number.NEGATIVE_INFINITY;
      values[index] = nearest === Number.NEGATIVE_INFINITY ? unknown : byText(nearest);
    }
  }

  /** Raises the values of somebody who has a wish to how related its code is. */
  #raise(values: Float64Array, wished: CodeNumber, { slots, wish }: ComparedVacancies): void {
    const offered = this.#offered.values;
    for (let index = 0; index < slots.length; index++) {
      if (wish[index] === Number.NEGATIVE_INFINITY) continue;
      const first = (slots[index] ?? 0) * mostOffered;
      for (let place = first; place < first + mostOffered; place++) {
        const relevance = codeRelevance(wished, offered[place] ?? 0);
        if (relevance > (values[index] ?? 0)) values[index] = relevance;
      }
    }
  }
}
