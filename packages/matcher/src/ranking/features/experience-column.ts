import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { ShortLists } from "../../columns/short-lists.ts";
import type { SlotReceiver } from "../../columns/slot-picker.ts";
import { SlotPostings } from "../../columns/slot-postings.ts";
import { byWeight } from "../../text/facets.ts";
import { vacancyCode } from "../../text/occupation-code.ts";
import {
  type CompiledFeature,
  experiencePlaces,
  type FeatureColumn,
  type SlotSimilarities,
} from "../feature-column.ts";
import {
  type CodeNumber,
  codeNumber,
  codeRelevance,
  mostForOtherCode,
  unknownCode,
} from "../occupation-relevance.ts";
import { flags, type SlotRecord } from "../slot-bounds/slot-record.ts";
import { ExperienceVacancyColumn, type ValuedWork } from "../vacancy-columns/experience-vacancy-column.ts";
import { relevanceByText, unknownExperience, worthOf, yearOf } from "./experience-worth.ts";
import {
  codeOfWork,
  freshnesses,
  monthsOfWork,
  noWork,
  type PackedWork,
  packedWork,
  practices,
  yearOfWork,
} from "./packed-work.ts";

/** Occupation, length and last year of all earlier work, the weightiest first, as their facets are. */
export class ExperienceColumn implements FeatureColumn {
  readonly #work = new ShortLists(experiencePlaces);
  /** Who did which work, by the code's number. */
  readonly #workers = new SlotPostings((tell) => {
    this.#work.forEach((slot, work) => {
      tell(slot, codeOfWork(work));
    });
  });
  #now = 0;
  #freshness: Float64Array = new Float64Array(0);

  set(slot: number, { experiences }: Participant): void {
    const list = experiences && byWeight(experiences).map(([, experience]) => packedWork(experience));
    this.#work.set(slot, list?.length === 0 ? [noWork] : (list ?? []));
    this.#workers.touch(slot);
  }

  remove(slot: number): void {
    this.#work.remove(slot);
    this.#workers.touch(slot);
  }

  pack(slot: number, record: SlotRecord): void {
    for (let place = 0; place < experiencePlaces; place++) {
      record.work[place] = this.#work.values[slot * experiencePlaces + place] ?? 0;
    }
    if (this.#work.othersOf(slot).length > 0) record.flags |= flags.hasMoreWork;
  }

  image(): ColumnImage {
    return this.#work.image();
  }

  restore(image: ColumnImage): boolean {
    this.#workers.reset();
    return this.#work.restore(image);
  }

  compile(vacancy: Vacancy, date: string): CompiledFeature {
    const asked = codeNumber(vacancyCode(vacancy));
    const freshness = this.#freshnessIn(yearOf(date));
    return {
      valueAt: (slot, similarities) => this.#valueAt(slot, similarities, { asked, freshness }),
      isKnownAt: (slot) => this.#isKnownAt(slot),
      bound: { kind: "experience", asked, freshness },
      mostBelow: (similarity) => mostBelow(similarity, asked),
      // Equal codes relate work more closely than most texts do; other codes don't.
      pickExceptions: (picker) => this.#pickWorkers(picker, asked),
    };
  }

  createVacancyColumn(): ExperienceVacancyColumn {
    return new ExperienceVacancyColumn((slot, date) => this.#workOf(slot, date));
  }

  #workOf(slot: number, date: string): readonly ValuedWork[] | number {
    const list = this.#work.of(slot);
    if (list.length === 0) return unknownExperience;
    const freshness = this.#freshnessIn(yearOf(date));
    return list
      .filter((work) => work > noWork)
      .map((work) => ({ code: codeOfWork(work), worth: worthOfWork(work, freshness) }));
  }

  #freshnessIn(year: number): Float64Array {
    if (this.#now !== year) {
      this.#now = year;
      this.#freshness = freshnesses(year);
    }
    return this.#freshness;
  }

  #pickWorkers(picker: SlotReceiver, asked: CodeNumber): void {
    if (asked !== unknownCode) this.#workers.pick([asked], picker);
  }

  #isKnownAt(slot: number): boolean {
    return this.#work.values[slot * experiencePlaces] !== 0;
  }

  /** The worth of the best of somebody's work, by the similarities of the weightiest three. */
  #valueAt(slot: number, { experience }: SlotSimilarities, asked: Asked): number {
    const { values } = this.#work;
    const at = slot * experiencePlaces;
    if (!this.#isKnownAt(slot)) return unknownExperience;
    let best = 0;
    for (let place = 0; place < experiencePlaces; place++) {
      const work = values[at + place] ?? 0;
      if (work === 0) return best;
      best = Math.max(best, worthOfOne(work, experience[place] ?? 0, asked));
    }
    for (const work of this.#work.othersOf(slot)) best = Math.max(best, worthOfOne(work, -1, asked));
    return best;
  }
}

/** The most that the experience of somebody is worth who has no text nearer than that, and no work of the asked code. */
function mostBelow(similarity: number, asked: CodeNumber): number {
  const byCode = asked === unknownCode ? 0 : mostForOtherCode;
  return Math.max(unknownExperience, byCode, relevanceByText(similarity));
}

interface Asked {
  readonly asked: CodeNumber;
  readonly freshness: Float64Array;
}

/** How related work is, by text or by code, times its worth. */
function worthOfOne(work: PackedWork, similarity: number, { asked, freshness }: Asked): number {
  if (work <= noWork) return 0;
  const byText = relevanceByText(similarity);
  const byCode = codeRelevance(codeOfWork(work), asked);
  const relevance = Math.max(byText, byCode);
  if (relevance === 0) return 0;
  return relevance * worthOfWork(work, freshness);
}

function worthOfWork(work: PackedWork, freshness: Float64Array): number {
  return worthOf(practices[monthsOfWork(work)] ?? 0, freshness[yearOfWork(work)] ?? 0);
}
