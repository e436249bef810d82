import { compareScored } from "../../ranking/rank.ts";
import { Bitset } from "../../rules/bitset.ts";
import type { BestSlots, ScoredSlot } from "./best-slots.ts";

/** The best of a set as they were, and what has become of the set. */
export interface FormerBest {
  /** In order; `limit` or more, or the whole set. */
  readonly best: readonly ScoredSlot[];
  /** How many are wanted. */
  readonly limit: number;
  /** Tells of all slots that may have changed, within the set or in and out of it. */
  readonly changed: Pick<ReadonlySet<number>, "has">;
  /** Those of them that are in the set now. */
  readonly changedWithin: Uint32Array;
  /** The whole set as it is now. Asked for only when more than the changed ones must be searched. */
  readonly all: () => Bitset;
}

type Search = Pick<BestSlots, "best" | "among">;

/** So many more than are wanted are kept, so that the next ones who fall behind are replaced without a search. */
const spare = 20;
const mostSpareAtFirst = 8;

/** How many more are found when a list is found for the first time: a quarter, since they cost as much as the others. */
export function spareFor(limit: number): number {
  return Math.min(mostSpareAtFirst, Math.ceil(limit / 4));
}

/**
 * The best of a set as they are now, `limit` or more of them, or the whole set: those who were among the best and have not
 * changed, and those who have changed and come before the last one of then. Whoever was left out then and has not changed
 * comes after that one. So others are searched for only where somebody fell behind and too few are left.
 */
export function renewedBest(former: FormerBest, search: () => Search): readonly ScoredSlot[] {
  const { best, limit, changed, changedWithin, all } = former;
  const unchanged = best.filter(({ slot }) => !changed.has(slot));
  if (limit === 0 || (unchanged.length === best.length && changedWithin.length === 0)) return best;
  const last = best.length < limit ? undefined : best.at(-1);
  const newcomers =
    changedWithin.length === 0 ? [] : search().among(changedWithin, limit + spare, last?.score);
  const known = inOrder(unchanged, newcomers).filter(
    (each) => last === undefined || compareScored(each, last) <= 0,
  );
  // Newcomers beyond these were not searched for.
  if (last === undefined || known.length >= limit) return known.slice(0, limit + spare);
  const others = search().best(all().clone().andNot(slotsOf(unchanged)), limit + spare - unchanged.length);
  return inOrder(unchanged, others);
}

function inOrder(...lists: readonly (readonly ScoredSlot[])[]): readonly ScoredSlot[] {
  return lists.flat().sort(compareScored);
}

function slotsOf(best: readonly ScoredSlot[]): Bitset {
  const slots = new Bitset();
  for (const { slot } of best) slots.add(slot);
  return slots;
}
