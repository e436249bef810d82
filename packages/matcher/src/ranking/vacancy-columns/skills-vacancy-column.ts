import type { Vacancy } from "@jobbmatch/shared";
import type { ComparedVacancies, VacancyColumn, ValuedParticipant } from "./vacancy-column.ts";

/** The participants' side. */
export interface SkillsSide {
  readonly isKnownOf: (slot: number) => boolean;
  /** How much of a skill another one covers that is so similar. */
  readonly coverage: (similarity: number) => number;
  /** What counts for somebody whose skills are unknown. */
  readonly unknown: number;
  readonly weightOfDemand: { readonly must: number; readonly nice: number };
}

/** How many skills all vacancies demand; which ones is told with the similarities. */
export class SkillsVacancyColumn implements VacancyColumn {
  readonly #side: SkillsSide;
  /** By slot: how many of the skills are demanded. They come first; the others are nice to have. */
  readonly #demanded: number[] = [];

  constructor(side: SkillsSide) {
    this.#side = side;
  }

  set(slot: number, { skills }: Vacancy): void {
    this.#demanded[slot] = skills?.must?.length ?? 0;
  }

  remove(slot: number): void {
    this.#demanded[slot] = 0;
  }

  value({ slot: participant }: ValuedParticipant, vacancies: ComparedVacancies, values: Float64Array): void {
    const { coverage, isKnownOf, unknown } = this.#side;
    const { slots, nearestSkill } = vacancies;
    const isKnown = isKnownOf(participant);
    const covered = nearestSkill.map((similarity) => coverage(similarity));
    for (let index = 0; index < slots.length; index++) {
      const slot = slots[index] ?? 0;
      const asked = vacancies.skillsOf(slot);
      if (asked.length === 0) values[index] = Number.NaN;
      else values[index] = isKnown ? this.#covered(slot, asked, covered) : unknown;
    }
  }

  /** The share that is covered, by how much each skill is. */
  #covered(slot: number, asked: Uint32Array, covered: Float64Array): number {
    const { must, nice } = this.#side.weightOfDemand;
    const demanded = this.#demanded[slot] ?? 0;
    let sum = 0;
    for (let position = 0; position < asked.length; position++) {
      sum += (position < demanded ? must : nice) * (covered[asked[position] ?? 0] ?? 0);
    }
    return sum / (demanded * must + (asked.length - demanded) * nice);
  }
}
