import { placesPerSlot } from "../../ranking/feature-column.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { SimilarityIntervals } from "../../vector-index/similarity-intervals.ts";
import { kthGreatest } from "../../vector-index/top-owners.ts";
import type { SimilaritySource, SlotScorer } from "../slot-scorer.ts";
import type { SkillIntervals } from "./skill-intervals.ts";

/** Slots, and for each the most that its score can be. */
export interface BoundedSlots {
  readonly slots: Uint32Array;
  readonly bounds: Float32Array;
}

/** Somebody whose texts and skills were compared by their codes, and between what the score lies. */
export interface ComparedSlot {
  readonly slot: number;
  readonly least: number;
  readonly most: number;
}

/** What scores are computed from. */
export interface ScoreSources {
  readonly participants: ParticipantStore;
  readonly intervals: SimilarityIntervals;
  readonly skills: SkillIntervals;
  readonly scorer: SlotScorer;
}

/** Sums of the same seven numbers differ by less than this, however they are rounded. */
export const scoreError = 1e-9;

/** Narrows down who can be among the best of some slots, and knows what score that takes at least. */
export class ScoreIntervals {
  readonly #sources: ScoreSources;
  readonly #limit: number;
  readonly #compared: ComparedSlot[] = [];
  readonly #seen = new Set<number>();
  #needed: number;

  /** @param least a score that whoever is searched for reaches. */
  constructor(sources: ScoreSources, limit: number, least: number = Number.NEGATIVE_INFINITY) {
    this.#sources = sources;
    this.#limit = limit;
    this.#needed = least;
  }

  /** The given score, or one that `limit` of the slots reach for certain. */
  get needed(): number {
    return this.#needed;
  }

  /** How many were compared. */
  get seen(): number {
    return this.#seen.size;
  }

  /** Those of the slots who can reach `needed` by facts and by what is known of their texts. */
  bounded(slots: Uint32Array): BoundedSlots {
    const { scorer } = this.#sources;
    const least = this.#needed - scoreError;
    const able = reaching({ slots, bounds: scorer.upperBounds(slots) }, least);
    scorer.tighten(able.slots, able.bounds);
    return reaching(able, least);
  }

  /** Compares those who were not compared yet by their codes: texts, and then skills of those who still can reach `needed`. */
  compare(slots: Uint32Array): void {
    const unseen = slots.filter((slot) => !this.#seen.has(slot));
    for (const slot of unseen) this.#seen.add(slot);
    const { scorer, skills } = this.#sources;
    this.compareTexts(unseen);
    const { slots: able } = this.bounded(unseen);
    skills.compare(able);
    for (const slot of able) {
      const most = scorer.score(slot, this.#most);
      if (most < this.#needed - scoreError) continue;
      this.#compared.push({ slot, most, least: scorer.score(slot, this.#least) });
    }
    this.#raiseNeeded();
  }

  /** Compares their texts, so that bounds rest on them from now on. */
  compareTexts(slots: Uint32Array): void {
    const { participants, intervals } = this.#sources;
    intervals.compare(placesOf(participants.places.all, slots));
  }

  /** Those of the compared who can be among the best, the most promising first. */
  promising(): ComparedSlot[] {
    return this.#compared
      .filter(({ most }) => most >= this.#needed - scoreError)
      .sort((a, b) => b.most - a.most);
  }

  #raiseNeeded(): void {
    const least = Float64Array.from(this.#compared, (each) => each.least);
    this.#needed = Math.max(this.#needed, kthGreatest(this.#limit, least));
  }

  readonly #most: SimilaritySource = {
    text: (place) => this.#sources.intervals.upperOf(place),
    skill: (position, slot) => this.#sources.skills.upper(position, slot),
  };

  readonly #least: SimilaritySource = {
    text: (place) => this.#sources.intervals.lowerOf(place),
    skill: (position, slot) => this.#sources.skills.lower(position, slot),
  };
}

function reaching({ slots, bounds }: BoundedSlots, least: number): BoundedSlots {
  const able = new Uint32Array(slots.length);
  const theirs = new Float32Array(slots.length);
  let count = 0;
  for (let index = 0; index < slots.length; index++) {
    const bound = bounds[index] ?? 0;
    if (bound < least) continue;
    able[count] = slots[index] ?? 0;
    theirs[count++] = bound;
  }
  return { slots: able.subarray(0, count), bounds: theirs.subarray(0, count) };
}

function placesOf(places: Uint32Array, slots: Uint32Array): Uint32Array {
  const theirs = new Uint32Array(slots.length * placesPerSlot);
  for (let index = 0; index < slots.length; index++) {
    const first = (slots[index] ?? 0) * placesPerSlot;
    for (let place = 0; place < placesPerSlot; place++) {
      theirs[index * placesPerSlot + place] = places[first + place] ?? 0;
    }
  }
  return theirs;
}
