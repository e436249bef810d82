import { compareScored, TopList } from "../ranking/rank.ts";
import { Bitset } from "../rules/bitset.ts";
import type { BestSlots, ScoredSlot } from "./best-slots.ts";

/** The best of a set as they were, and what has become of the set. */
export interface FormerBest {
  /** In order; fewer than `limit` if there were no more. */
  readonly best: readonly ScoredSlot[];
  readonly limit: number;
  /** The set as it is now. */
  readonly allowed: Bitset;
  /** All slots that may have changed, within the set or in and out of it. */
  readonly changed: ReadonlySet<number>;
}

/**
 * The best of a set as they are now: those who were among the best and have not changed, the best of those who have, and
 * only as many others as that leaves places for. Whoever was left out then and has not changed comes after the last one
 * of then, so places are left only by somebody who fell behind.
 */
export function renewedBest(
  { best, limit, allowed, changed }: FormerBest,
  search: BestSlots,
): readonly ScoredSlot[] {
  const isSettled = best.every(({ slot }) => !changed.has(slot)) && !isAnyIn(allowed, changed);
  if (isSettled) return best;
  const renewed = new TopList<ScoredSlot>(limit);
  for (const each of best) if (!changed.has(each.slot)) renewed.offer(each);
  for (const each of search.best(setOf(changed).and(allowed), limit)) renewed.offer(each);
  const last = best.at(-1);
  if (best.length < limit || last === undefined) return renewed.items;
  const places = limit - renewed.items.filter((each) => compareScored(each, last) <= 0).length;
  const others = allowed
    .clone()
    .andNot(setOf(changed))
    .andNot(setOf(best.map(({ slot }) => slot)));
  for (const each of search.best(others, places)) renewed.offer(each);
  return renewed.items;
}

function isAnyIn(set: Bitset, slots: ReadonlySet<number>): boolean {
  for (const slot of slots) if (set.has(slot)) return true;
  return false;
}

function setOf(slots: Iterable<number>): Bitset {
  const set = new Bitset();
  for (const slot of slots) set.add(slot);
  return set;
}
