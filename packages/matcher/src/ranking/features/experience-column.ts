import type { Experience, Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { ShortLists } from "../../columns/short-lists.ts";
import { byWeight } from "../../text/facets.ts";
import { experienceCode, vacancyCode } from "../../text/occupation-code.ts";
import {
  type CompiledFeature,
  experiencePlaces,
  type FeatureColumn,
  type ListedTexts,
  type SlotSimilarities,
} from "../feature-column.ts";
import { type CodeNumber, codeNumber, codeRelevance } from "../occupation-relevance.ts";
import {
  freshnessOf,
  practiceOf,
  relevanceByText,
  unknownExperience,
  worthOf,
  yearOf,
} from "./experience-worth.ts";

/** Work in one number: the code's number, months + 1, and years since the first, from the highest bits down. */
type PackedWork = number;
const monthsShift = 8;
const codeShift = 18;
const unknownMonths = 722;
const firstYear = 1949;
const lastYear = 2100;

/** Stands in a list for a profile that says there is no earlier work; an empty list: it does not say. */
const noWork: PackedWork = 1;

function packed(experience: Experience): PackedWork {
  const months = experience.months === undefined ? unknownMonths : experience.months + 1;
  const year = experience.lastYear === undefined ? 0 : experience.lastYear - firstYear;
  return ((codeNumber(experienceCode(experience)) << codeShift) | (months << monthsShift) | year) >>> 0;
}

/** What practice is worth, by `months + 1`. */
const practices = Float64Array.from({ length: unknownMonths + 1 }, (_, index) =>
  practiceOf(index === unknownMonths ? undefined : index - 1),
);

/** What being recent is worth, by packed year. */
function freshnesses(now: number): Float64Array {
  return Float64Array.from({ length: lastYear - firstYear + 1 }, (_, index) =>
    freshnessOf(index === 0 ? undefined : firstYear + index, now),
  );
}

/** Occupation, length and last year of all earlier work, the weightiest first, as their facets are. */
export class ExperienceColumn implements FeatureColumn {
  readonly #work = new ShortLists(experiencePlaces);
  #now = 0;
  #freshness: Float64Array = new Float64Array(0);

  set(slot: number, { experiences }: Participant): void {
    const list = experiences && byWeight(experiences).map(([, experience]) => packed(experience));
    this.#work.set(slot, list?.length === 0 ? [noWork] : (list ?? []));
  }

  remove(slot: number): void {
    this.#work.remove(slot);
  }

  image(): ColumnImage {
    return this.#work.image();
  }

  restore(image: ColumnImage): boolean {
    return this.#work.restore(image);
  }

  compile(vacancy: Vacancy, date: string): CompiledFeature {
    const asked = codeNumber(vacancyCode(vacancy));
    const freshness = this.#freshnessIn(yearOf(date));
    return {
      valueAt: (slot, similarities) => this.#valueAt(slot, similarities, { asked, freshness }),
      addUpperBounds: (bounds, share, listed) =>
        this.#addUpperBounds(bounds, share, listed, { asked, freshness }),
    };
  }

  #freshnessIn(year: number): Float64Array {
    if (this.#now !== year) {
      this.#now = year;
      this.#freshness = freshnesses(year);
    }
    return this.#freshness;
  }

  #valueAt(slot: number, { experience }: SlotSimilarities, asked: Asked): number {
    const [first = 0, second = 0, third = 0] = experience;
    return this.#best(slot, { first, second, third }, asked);
  }

  #addUpperBounds(bounds: Float32Array, share: number, listed: ListedTexts, asked: Asked): void {
    const { slots, experience } = listed;
    const nearest = { first: 0, second: 0, third: 0 };
    for (let index = 0; index < slots.length; index++) {
      const similarity = experience[index] ?? 0;
      nearest.first = similarity;
      nearest.second = similarity;
      nearest.third = similarity;
      bounds[index] = (bounds[index] ?? 0) + share * this.#best(slots[index] ?? 0, nearest, asked);
    }
  }

  /** The worth of the best of somebody's work, by the similarities of the weightiest three. */
  #best(slot: number, { first, second, third }: NearestWork, asked: Asked): number {
    const { values } = this.#work;
    const at = slot * experiencePlaces;
    if (values[at] === 0) return unknownExperience;
    let best = worthOfOne(values[at] ?? 0, first, asked);
    if (values[at + 1] === 0) return best;
    best = Math.max(best, worthOfOne(values[at + 1] ?? 0, second, asked));
    if (values[at + 2] === 0) return best;
    best = Math.max(best, worthOfOne(values[at + 2] ?? 0, third, asked));
    for (const work of this.#work.othersOf(slot)) best = Math.max(best, worthOfOne(work, -1, asked));
    return best;
  }
}

interface NearestWork {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

interface Asked {
  readonly asked: CodeNumber;
  readonly freshness: Float64Array;
}

/** How related work is, by text or by code, times its worth. */
function worthOfOne(work: PackedWork, similarity: number, { asked, freshness }: Asked): number {
  if (work <= noWork) return 0;
  const byText = relevanceByText(similarity);
  const byCode = codeRelevance(work >>> codeShift, asked);
  const relevance = Math.max(byText, byCode);
  if (relevance === 0) return 0;
  const months = (work >>> monthsShift) & 1023;
  return relevance * worthOf(practices[months] ?? 0, freshness[work & 255] ?? 0);
}
