import { SlotPicker } from "../../columns/slot-picker.ts";
import type { Bitset } from "../../rules/bitset.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { SlotScorer } from "../slot-scorer.ts";

/** What rounding may add to a bound that is computed in float32. */
const roundingError = 2e-6;
/** Steps in which the similarity that a score takes is found: to 10⁻⁹. */
const bisections = 32;
/** For each one who is wanted, so many texts are looked at first, were all of them of people who are allowed. */
const textsPerWanted = 16;
/** Of the people with the nearest texts there must be so many for each one who is wanted. */
const enough = 2;
/** Shares of all texts of which more is no less work than asking everybody. */
const mostNearest = 0.1;
const mostReaching = 0.5;

/** Whose best are searched. */
export interface Search {
  readonly allowed: Bitset;
  /** How many are allowed. */
  readonly count: number;
  readonly limit: number;
}

/**
 * Finds people by their texts, from the texts that are near to the vacancy to those whose background they are, instead of
 * asking everybody: who has no such text can't reach the score of those who have one, whatever else speaks for them.
 */
export class AbleSlots {
  readonly #participants: ParticipantStore;
  readonly #scorer: SlotScorer;

  constructor(participants: ParticipantStore, scorer: SlotScorer) {
    this.#participants = participants;
    this.#scorer = scorer;
  }

  /** Some of the slots, those with the nearest texts; nothing where finding enough of them takes too many texts. */
  nearest({ allowed, count, limit }: Search): Uint32Array | undefined {
    const { bounds, places, size } = this.#participants;
    const texts = limit * textsPerWanted * (size / count);
    for (let share = texts / places.owners.size; share < mostNearest; share *= 4) {
      const slots = this.#withTexts(allowed, bounds.placesAbove(bounds.boundAbove(share)));
      if (slots.length >= limit * enough) return slots;
    }
    return undefined;
  }

  /** All of the slots that can reach a score; nothing where finding them is no less work than asking everybody. */
  reaching(allowed: Bitset, score: number): Uint32Array | undefined {
    const similarity = this.#similarityFor(score - roundingError);
    if (similarity === undefined) return undefined;
    const { bounds, places } = this.#participants;
    const texts = bounds.placesAbove(similarity);
    return texts.length > mostReaching * places.owners.keyCount ? undefined : this.#withTexts(allowed, texts);
  }

  /** Those of the slots who have one of the texts, and those of whom the texts alone don't tell. */
  #withTexts(allowed: Bitset, texts: Uint32Array): Uint32Array {
    const picker = new SlotPicker(allowed.words);
    this.#participants.places.owners.pick(texts, picker);
    this.#scorer.pickExceptions(picker);
    return picker.slots;
  }

  /** A similarity that somebody's nearest text must exceed for such a score; nothing if any will do. */
  #similarityFor(score: number): number | undefined {
    let [low, high] = [-1, 1];
    if (this.#scorer.mostBelow(low) >= score) return undefined;
    for (let step = 0; step < bisections; step++) {
      const middle = (low + high) / 2;
      if (this.#scorer.mostBelow(middle) < score) low = middle;
      else high = middle;
    }
    return low;
  }
}
