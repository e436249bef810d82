import { placesPerSlot } from "../ranking/feature-column.ts";
import { type Scored, TopList } from "../ranking/rank.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { kthGreatest } from "../vector-index/top-owners.ts";
import type { VectorStore } from "../vector-index/vector-store.ts";
import type { Comparison } from "./compare.ts";
import { SkillIntervals } from "./skill-intervals.ts";
import type { SimilaritySource, SlotScorer } from "./slot-scorer.ts";

/** A participant by slot, with the score. */
export interface ScoredSlot extends Scored {
  readonly slot: number;
}

/** How many people were left after each step. */
export interface CascadeCounts {
  /** Whose score was bounded. */
  bounded: number;
  /** Whose texts were compared by their int8 codes. */
  compared: number;
  /** Who was scored exactly. */
  scored: number;
}

/** A bound of all rows by their projections costs as much as comparing so many people's texts in full. */
const rowsPerComparedPerson = 30;
/** For each one who is wanted, so many of the most promising are compared to find out what score it takes. */
const promisingFactor = 4;

/**
 * The best of some slots for one vacancy, exactly: by a cascade of proven bounds, each dearer and closer than the one
 * before, of which each sees only those who can still be among the best.
 *
 * 1. Everybody: facts exactly, texts by their projections.
 * 2. The most promising few: texts by int8 codes; at least so much is needed to be among the best.
 * 3. Who may reach that: the same, then skills.
 * 4. Who may still reach it: exact similarities, the most promising first.
 */
export class BestSlots {
  readonly counts: CascadeCounts = { bounded: 0, compared: 0, scored: 0 };
  readonly #participants: ParticipantStore;
  readonly #vectors: VectorStore;
  readonly #scorer: SlotScorer;
  readonly #comparison: Comparison;
  readonly #skills: SkillIntervals;
  readonly #isBounded: boolean;

  /** @param expected how many slots will be asked about in all. */
  constructor(
    { participants, vectors }: { readonly participants: ParticipantStore; readonly vectors: VectorStore },
    stored: StoredVacancy,
    { scorer, comparison }: { readonly scorer: SlotScorer; readonly comparison: Comparison },
    expected: number,
  ) {
    this.#participants = participants;
    this.#vectors = vectors;
    this.#scorer = scorer;
    this.#comparison = comparison;
    this.#skills = new SkillIntervals(vectors.index, stored, (slot) => participants.skillRows(slot));
    this.#isBounded = vectors.intervals.start(
      stored.vector,
      expected * rowsPerComparedPerson > vectors.index.end,
    );
  }

  /** The best `limit` of the slots, the best first, equal ones by id. */
  best(allowed: Bitset, limit: number): readonly ScoredSlot[] {
    const slots = slotsOf(allowed);
    if (limit === 0 || slots.length === 0) return [];
    if (!this.#isBounded) this.#compareTexts(slots);
    const bounds = this.#scorer.upperBounds(slots, this.#vectors.intervals.upper);
    this.counts.bounded += slots.length;
    const promising = kthGreatest(limit * promisingFactor, bounds);
    const needed = this.#scoreNeeded(slotsWhere(slots, bounds, promising), limit);
    return this.#exactly(this.#narrow(slotsWhere(slots, bounds, needed), needed, limit), limit);
  }

  /** A score that so many of the slots reach. */
  #scoreNeeded(slots: Uint32Array, limit: number): number {
    this.#compareTexts(slots);
    return this.#leastOf(slots, limit);
  }

  /** Those who can reach the score when their texts, and then their skills, are compared by codes. */
  #narrow(slots: Uint32Array, needed: number, limit: number): Promising[] {
    this.#compareTexts(slots);
    const byTexts = this.#reaching(slots, needed, limit);
    this.#skills.compare(byTexts);
    return this.#promising(byTexts, Math.max(needed, this.#leastOf(byTexts, limit)));
  }

  #compareTexts(slots: Uint32Array): void {
    this.counts.compared += slots.length;
    this.#vectors.intervals.compare(placesOf(this.#participants.places.all, slots));
  }

  /** The `limit`-th greatest of the scores that are certain. */
  #leastOf(slots: Uint32Array, limit: number): number {
    return kthGreatest(
      limit,
      Float64Array.from(slots, (slot) => this.#scorer.score(slot, this.#least)),
    );
  }

  /** Those who may be among the best by the intervals of their texts. What is certain is asked only of the able ones. */
  #reaching(slots: Uint32Array, needed: number, limit: number): Uint32Array {
    const promising = this.#promising(slots, needed);
    const able = Uint32Array.from(promising, ({ slot }) => slot);
    const least = Math.max(needed, this.#leastOf(able, limit)) - scoreError;
    return able.filter((_, index) => (promising[index]?.most ?? 0) >= least);
  }

  #promising(slots: Uint32Array, needed: number): Promising[] {
    const promising: Promising[] = [];
    for (const slot of slots) {
      const most = this.#scorer.score(slot, this.#most);
      if (most >= needed - scoreError) promising.push({ slot, most });
    }
    return promising.sort((a, b) => b.most - a.most);
  }

  #exactly(promising: readonly Promising[], limit: number): readonly ScoredSlot[] {
    const best = new TopList<ScoredSlot>(limit);
    for (const { slot, most } of promising) {
      if (most < best.threshold - scoreError) break;
      const id = this.#participants.idOf(slot);
      if (id === undefined) continue;
      this.counts.scored += 1;
      best.offer({ id, score: this.#scorer.score(slot, this.#exact), slot });
    }
    return best.items;
  }

  readonly #most: SimilaritySource = {
    text: (place) => this.#vectors.intervals.upperOf(place),
    skill: (position, slot) => this.#skills.upper(position, slot),
  };

  readonly #least: SimilaritySource = {
    text: (place) => this.#vectors.intervals.lowerOf(place),
    skill: (position, slot) => this.#skills.lower(position, slot),
  };

  readonly #exact: SimilaritySource = {
    text: (place) => (place === 0 ? Number.NEGATIVE_INFINITY : this.#comparison.textSimilarity(place - 1)),
    skill: (position, slot) => this.#comparison.nearestSkill(position, this.#participants.skillRows(slot)),
  };
}

/** Sums of the same seven numbers differ by less than this, however they are rounded. */
const scoreError = 1e-9;

interface Promising {
  readonly slot: number;
  /** The most that the score can be. */
  readonly most: number;
}

function slotsOf(set: Bitset): Uint32Array {
  const slots = new Uint32Array(set.count());
  const { words } = set;
  let count = 0;
  for (let index = 0; index < words.length; index++) {
    for (let word = words[index] ?? 0; word !== 0; word &= word - 1) {
      slots[count++] = (index << 5) + 31 - Math.clz32(word & -word);
    }
  }
  return slots;
}

function slotsWhere(slots: Uint32Array, bounds: Float32Array, least: number): Uint32Array {
  const kept = new Uint32Array(slots.length);
  let count = 0;
  for (let index = 0; index < slots.length; index++) {
    if ((bounds[index] ?? 0) >= least) kept[count++] = slots[index] ?? 0;
  }
  return kept.subarray(0, count);
}

function* placesOf(places: Uint32Array, slots: Uint32Array): Iterable<number> {
  for (let index = 0; index < slots.length; index++) {
    const first = (slots[index] ?? 0) * placesPerSlot;
    for (let place = first; place < first + placesPerSlot; place++) yield places[place] ?? 0;
  }
}
