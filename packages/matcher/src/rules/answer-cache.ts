import { LRUCache } from "lru-cache";
import type { Bitset } from "./bitset.ts";

/** The slots that pass one need, and those whose outcome is unknown. */
export interface Answer {
  readonly pass: Bitset;
  readonly unknown: Bitset;
}

interface CachedAnswer extends Answer {
  /** How many of the column's changes the answer has taken in. */
  upToDate: number;
}

/** Needs whose answers are kept; 100,000 participants take 25 kB for each. */
const keptNeeds = 128;
/** A share of changed slots beyond which answering anew is cheaper than taking in each change. */
const anewShare = 1 / 8;

/**
 * Remembers a column's answers by need, since vacancies ask the same few things over and over. A change of a slot is only
 * noted; an answer takes in what has changed when it is used next.
 */
export class AnswerCache {
  readonly #answers = new LRUCache<string, CachedAnswer>({ max: keptNeeds });
  #changedSlots: number[] = [];

  /** Notes that a slot's fact is another one than before. */
  noteChange(slot: number): void {
    if (this.#answers.size === 0) return;
    this.#changedSlots.push(slot);
  }

  /**
   * The answer to a need.
   *
   * @param slots how many slots the column has.
   * @param answerAnew judges all slots.
   * @param update judges one slot and corrects the answer.
   */
  get(
    key: string,
    slots: number,
    answerAnew: () => Answer,
    update: (answer: Answer, slot: number) => void,
  ): Answer {
    if (this.#changedSlots.length > slots * anewShare) this.clear();
    const cached = this.#answers.get(key) ?? this.#remember(key, answerAnew());
    for (; cached.upToDate < this.#changedSlots.length; cached.upToDate++) {
      const slot = this.#changedSlots[cached.upToDate];
      if (slot !== undefined) update(cached, slot);
    }
    return cached;
  }

  #remember(key: string, answer: Answer): CachedAnswer {
    const cached = { ...answer, upToDate: this.#changedSlots.length };
    this.#answers.set(key, cached);
    return cached;
  }

  /** Forgets all answers. */
  clear(): void {
    this.#answers.clear();
    this.#changedSlots = [];
  }
}
