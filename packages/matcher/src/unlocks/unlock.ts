import type { Localised } from "@jobbmatch/shared";
import type { Bitset } from "../rules/bitset.ts";
import type { CompleteUnlockRequest } from "./unlock-request.ts";
import type { Variant } from "./variants.ts";

/** A change, by its stable id and in words. */
export interface NamedChange {
  readonly id: string;
  readonly text: Localised;
}

/** One change or two, with what they bring. */
export interface Unlock {
  readonly changes: readonly NamedChange[];
  /** The sum of the changes' efforts; see `defaultEfforts`. */
  readonly effort: number;
  /** New matches: pairs that some rule excludes now and that no rule would exclude any more. */
  readonly matches: number;
  /** New matches that none of the changes brings alone; for a single change the same as `matches`. */
  readonly onlyTogether: number;
}

/** The best single changes and the best pairs, each with the cheapest first. */
export interface Unlocks<Each extends Unlock = Unlock> {
  readonly singles: readonly Each[];
  readonly pairs: readonly Each[];
}

/** A variant with the set of its new matches. */
export interface Gain<Changed> {
  readonly variant: Variant<Changed>;
  readonly gained: Bitset;
  readonly matches: number;
  readonly onlyTogether: number;
}

/** The gains worth showing, singles and pairs. */
export interface BestGains<Changed> {
  readonly singles: readonly Gain<Changed>[];
  readonly pairs: readonly Gain<Changed>[];
}

/**
 * Chooses what is worth showing: changes that bring something, and pairs that bring something which neither change brings
 * alone. A change is left out when a change that is shown brings all of it for no more effort.
 *
 * @param gained the new matches of each variant, in the order of the variants.
 */
export function bestGains<Changed>(
  variants: readonly Variant<Changed>[],
  gained: readonly Bitset[],
  { singles, pairs }: Pick<CompleteUnlockRequest, "singles" | "pairs">,
): BestGains<Changed> {
  const gains = variants.flatMap((variant, index) => gainOf(variant, index, gained));
  const alone = withoutDominated(
    gains.filter(({ variant }) => variant.changes.length === 1),
    [],
  );
  const together = gains.filter(
    ({ variant, onlyTogether }) => variant.changes.length > 1 && onlyTogether > 0,
  );
  return {
    singles: alone.slice(0, singles).sort(byEffort),
    pairs: withoutDominated(together, alone, pairs).sort(byEffort),
  };
}

function gainOf<Changed>(
  variant: Variant<Changed>,
  index: number,
  gained: readonly Bitset[],
): Gain<Changed>[] {
  const own = gained[index];
  const matches = own?.count() ?? 0;
  if (own === undefined || matches === 0) return [];
  const extra = own.clone();
  for (const part of variant.parts) {
    const other = gained[part];
    if (other !== undefined) extra.andNot(other);
  }
  return [{ variant, gained: own, matches, onlyTogether: extra.count() }];
}

/** A gain in words. */
export function unlockOf<Changed>({ variant, matches, onlyTogether }: Gain<Changed>): Unlock {
  const changes = variant.changes.map(({ id, describe }) => ({ id, text: describe() }));
  return { changes, effort: variant.effort, matches, onlyTogether };
}

/** Those that bring most, at most `limit`, without what another one brings for no more effort. */
function withoutDominated<Changed>(
  gains: readonly Gain<Changed>[],
  others: readonly Gain<Changed>[],
  limit = Number.POSITIVE_INFINITY,
): Gain<Changed>[] {
  const kept: Gain<Changed>[] = [];
  for (const gain of [...gains].sort(byWorth)) {
    if (kept.length >= limit) break;
    if (![...others, ...kept].some((other) => dominates(other, gain))) kept.push(gain);
  }
  return kept;
}

function dominates<Changed>(other: Gain<Changed>, gain: Gain<Changed>): boolean {
  if (other.variant.effort > gain.variant.effort || other.matches < gain.matches) return false;
  return isWithin(gain.gained, other.gained);
}

function isWithin(part: Bitset, whole: Bitset): boolean {
  return part.words.every((word, index) => (word & ~(whole.words[index] ?? 0)) === 0);
}

function byWorth<Changed>(a: Gain<Changed>, b: Gain<Changed>): number {
  return b.onlyTogether - a.onlyTogether || a.variant.effort - b.variant.effort || byIds(a, b);
}

function byEffort<Changed>(a: Gain<Changed>, b: Gain<Changed>): number {
  return a.variant.effort - b.variant.effort || b.matches - a.matches || byIds(a, b);
}

function byIds<Changed>(a: Gain<Changed>, b: Gain<Changed>): number {
  const [left, right] = [a, b].map(({ variant }) => variant.changes.map(({ id }) => id).join(" "));
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
