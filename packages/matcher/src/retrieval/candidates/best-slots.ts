import { type Scored, TopList } from "../../ranking/rank.ts";
import type { PlanKind } from "../../request.ts";
import type { Bitset } from "../../rules/bitset.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import { kthGreatest } from "../../vector-index/top-owners.ts";
import type { VectorStore } from "../../vector-index/vector-store.ts";
import type { Comparison } from "../compare.ts";
import type { SimilarityScore, SlotScorer } from "../slot-scorer.ts";
import { AbleSlots, type Search } from "./able-slots.ts";
import { ExactSimilarities } from "./exact-similarities.ts";
import {
  type BoundedSlots,
  type ComparedSlot,
  ScoreIntervals,
  type ScoreSources,
  scoreError,
} from "./score-intervals.ts";
import { SkillIntervals } from "./skill-intervals.ts";

/** A participant by slot, with the score and what it rests on. */
export interface ScoredSlot extends Scored, SimilarityScore {
  readonly slot: number;
}

export interface SearchTools {
  readonly scorer: SlotScorer;
  readonly comparison: Comparison;
  /** Default: what promises less work. */
  readonly plan?: PlanKind | undefined;
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
const rowsPerComparedPerson = 100;
/** Bounding so many people costs as much as finding those who can be among the best. */
const fewestToFind = 5000;
/** For each one who is wanted, so many of the most promising are compared first; then so many times as many, and so on. */
const promisingFactor = 4;

/**
 * The best of some slots for one vacancy, exactly: by a cascade of proven bounds, each dearer and closer than the one
 * before, of which each sees only those who can still be among the best.
 *
 * 1. Some of those with the nearest texts: what score does it take?
 * 2. All who have a text or a fact that such a score takes: facts exactly, texts by their projections.
 * 3. Who may reach the score, the most promising first, while the score that it takes rises: texts by int8 codes, then skills.
 * 4. Who may still reach it: exact similarities, the most promising first.
 */
export class BestSlots {
  readonly counts: CascadeCounts = { bounded: 0, compared: 0, scored: 0 };
  readonly #sources: ScoreSources;
  readonly #comparison: Comparison;
  readonly #ableSlots: AbleSlots;
  readonly #forced: PlanKind | undefined;
  readonly #query: Float32Array;
  /** Whether bounds of all texts were asked for; nothing before any text was compared. */
  #isWanted: boolean | undefined;
  #isBounded = false;
  #plan: PlanKind = "everybody";

  constructor(
    { participants, vectors }: { readonly participants: ParticipantStore; readonly vectors: VectorStore },
    stored: StoredVacancy,
    { scorer, comparison, plan }: SearchTools,
  ) {
    this.#forced = plan;
    const { intervals, index } = vectors;
    const skills = new SkillIntervals(index, stored, (slot) => participants.skillRows(slot));
    this.#sources = { participants, intervals, skills, scorer };
    this.#query = stored.vector;
    this.#comparison = comparison;
    this.#ableSlots = new AbleSlots(participants, scorer);
  }

  /** How the last best were found. */
  get plan(): PlanKind {
    return this.#plan;
  }

  /** The best `limit` of the slots, the best first, equal ones by id. */
  best(allowed: Bitset, limit: number): readonly ScoredSlot[] {
    const count = limit === 0 ? 0 : allowed.count();
    if (count === 0) return [];
    this.#start(count);
    const scores = new ScoreIntervals(this.#sources, limit);
    const able = this.#ableByTexts({ allowed, count, limit }, scores);
    this.#plan = able === undefined ? "everybody" : "nearTexts";
    return this.#bestOf(able ?? slotsOf(allowed), limit, scores);
  }

  #bestOf(slots: Uint32Array, limit: number, scores: ScoreIntervals): readonly ScoredSlot[] {
    if (!this.#isBounded) scores.compareTexts(slots);
    this.#comparePromising(this.#bounded(slots, scores), limit, scores);
    this.counts.compared += scores.seen;
    return this.#exactly(scores.promising(), limit);
  }

  /**
   * The best `limit` of a few slots, of those who reach a score; who does not reach it may be missing.
   *
   * @param least default: any score.
   */
  among(slots: Uint32Array, limit: number, least?: number): readonly ScoredSlot[] {
    if (slots.length === 0 || limit === 0) return [];
    this.#start(slots.length);
    const scores = new ScoreIntervals(this.#sources, limit, least);
    return this.#bestOf(slots, limit, scores);
  }

  /** Those of a few slots who may reach a score, by what is known exactly and by bounds of their texts. */
  reaching(slots: Uint32Array, least: number): Uint32Array {
    if (slots.length === 0) return slots;
    this.#start(slots.length);
    const scores = new ScoreIntervals(this.#sources, slots.length, least);
    if (!this.#isBounded) scores.compareTexts(slots);
    return this.#bounded(slots, scores).slots;
  }

  /** Bounds all texts at once if so many people are asked about that it is less work than to compare theirs. */
  #start(count: number): void {
    const { intervals, participants } = this.#sources;
    const isWanted = this.#forced === "nearTexts" || count * rowsPerComparedPerson > intervals.end;
    if (this.#isWanted === true || this.#isWanted === isWanted) return;
    this.#isWanted = isWanted;
    const upper = participants.bounds.similarities(intervals.end);
    this.#isBounded = intervals.start(this.#query, upper, isWanted);
  }

  /** Those who can be among the best by the texts that are near; nothing where it is no less work to look at everybody. */
  #ableByTexts({ allowed, count, limit }: Search, scores: ScoreIntervals): Uint32Array | undefined {
    if (!this.#isBounded || this.#forced === "everybody") return undefined;
    if (this.#forced === undefined && count < fewestToFind) return undefined;
    const nearest = this.#ableSlots.nearest({ allowed, count, limit });
    if (nearest === undefined) return undefined;
    const bounded = this.#bounded(nearest, scores);
    scores.compare(slotsReaching(bounded, kthGreatest(limit * promisingFactor, bounded.bounds)));
    return this.#ableSlots.reaching(allowed, scores.needed);
  }

  #bounded(slots: Uint32Array, scores: ScoreIntervals): BoundedSlots {
    this.counts.bounded += slots.length;
    return scores.bounded(slots);
  }

  /** Compares more and more of the most promising, until nobody else can be among the best. */
  #comparePromising(bounded: BoundedSlots, limit: number, scores: ScoreIntervals): void {
    for (let count = limit * promisingFactor; ; count *= promisingFactor) {
      const least = kthGreatest(count, bounded.bounds);
      scores.compare(slotsReaching(bounded, Math.max(least, scores.needed - scoreError)));
      if (least < scores.needed - scoreError || count >= bounded.slots.length) return;
    }
  }

  #exactly(promising: readonly ComparedSlot[], limit: number): readonly ScoredSlot[] {
    const { participants, scorer } = this.#sources;
    const exact = new ExactSimilarities(this.#sources, this.#comparison);
    const best = new TopList<ScoredSlot>(limit);
    for (const { slot, most } of promising) {
      if (most < best.threshold - scoreError) break;
      const id = participants.idOf(slot);
      if (id === undefined) continue;
      this.counts.scored += 1;
      best.offer({ id, slot, ...scorer.scoreWithSimilarities(slot, exact.of(slot)) });
    }
    return best.items;
  }
}

function slotsReaching({ slots, bounds }: BoundedSlots, least: number): Uint32Array {
  return slots.filter((_, index) => (bounds[index] ?? 0) >= least);
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
