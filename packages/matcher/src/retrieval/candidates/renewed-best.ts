import { compareScored } from "../../ranking/rank.ts";
import { Bitset } from "../../rules/bitset.ts";
import type { BestSlots, ScoredSlot } from "./best-slots.ts";

/** The best of a set as they were, and what has become of the set. */
export interface FormerBest {
  /** In order; `limit` or more, or the whole set. */
  readonly best: readonly ScoredSlot[];
  /** How many are wanted. */
  readonly limit: number;
  /** The set as it is now. */
  readonly allowed: Bitset;
  /** All slots that may have changed, within the set or in and out of it. */
  readonly changed: ReadonlySet<number>;
}

type Search = Pick<BestSlots, "best">;

/** So many more than are missing are searched for, so that the next ones who fall behind are replaced without a search. */
const spare = 8;

/** How many more are found when a list is found for the first time: a quarter, since they cost as much as the others. */
export function spareFor(limit: number): number {
  return Math.min(spare, Math.ceil(limit / 4));
}

/**
 * The best of a set as they are now, `limit` or more of them, or the whole set: those who were among the best and have not
 * changed, the best of those who have, and only as many others as that leaves places for. Whoever was left out then and
 * has not changed comes after the last one of then, so places are left only by somebody who fell behind.
 */
export function renewedBest(former: FormerBest, search: Search): readonly ScoredSlot[] {
  const { best, limit, allowed, changed } = former;
  const unchanged = best.filter(({ slot }) => !changed.has(slot));
  if (limit === 0 || (unchanged.length === best.length && !isAnyIn(allowed, changed))) return best;
  const changedBest = search.best(setOf(changed).and(allowed), limit + spare);
  const known = [...unchanged, ...changedBest].sort(compareScored);
  // Of those who changed, as of the others, who come later were not searched for: beyond this many, somebody may be missing.
  return withOthers(known, former, search).slice(0, limit + spare);
}

/** Adds others where those who are known leave places. */
function withOthers(
  known: readonly ScoredSlot[],
  { best, limit, allowed, changed }: FormerBest,
  search: Search,
): readonly ScoredSlot[] {
  const last = best.at(-1);
  if (last === undefined || best.length < limit) return known;
  const certain = upTo(last, known);
  if (certain.length >= limit) return certain;
  const wanted = limit - certain.length + spare;
  const others = search.best(allowed.clone().andNot(setOf(changed)).andNot(slotsOf(best)), wanted);
  return [...known, ...others].sort(compareScored);
}

/** Those who do not come after somebody. */
function upTo(last: ScoredSlot, sorted: readonly ScoredSlot[]): readonly ScoredSlot[] {
  return sorted.filter((each) => compareScored(each, last) <= 0);
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

function slotsOf(best: readonly ScoredSlot[]): Bitset {
  return setOf(best.map(({ slot }) => slot));
}
