import { gainOf } from "./dual-bound.ts";
import type { OptionTable } from "./option-table.ts";

/**
 * Lowers the dual bound by setting one price after the other to where demand meets what there is, the other prices
 * unchanged: each step is the exact minimum along one price, so the bound never rises.
 *
 * @param sweeps how often every price is visited; more bring less and less.
 */
export function tightenPrices(table: OptionTable, prices: Float64Array, sweeps: number): Float64Array {
  const tightened = prices.slice();
  const users = optionsByResource(table);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const [resource, options] of users.entries()) {
      if (options.length > 0) tightened[resource] = marketPrice(table, tightened, resource, options);
    }
  }
  return tightened;
}

interface Demand {
  /** The price up to which a person wants the resource more than anything else. */
  readonly limit: number;
  readonly amount: number;
}

/** The lowest price at which no more of the resource is wanted than there is. */
function marketPrice(
  table: OptionTable,
  prices: Float64Array,
  resource: number,
  options: readonly number[],
): number {
  let left = table.capacity[resource] ?? 0;
  for (const { limit, amount } of demandsOf(table, prices, resource, options)) {
    left -= amount;
    if (left < 0) return limit;
  }
  return 0;
}

/** Who wants the resource at all, the keenest first. All options of one person take the same amount of it. */
function demandsOf(
  table: OptionTable,
  prices: Float64Array,
  resource: number,
  options: readonly number[],
): readonly Demand[] {
  const byPerson = new Map<number, Demand>();
  for (const option of options) {
    const person = table.personOf[option] ?? 0;
    const amount = amountOf(table, option, resource);
    const gainWithoutPrice = gainOf(table, option, prices) + amount * (prices[resource] ?? 0);
    const limit = (gainWithoutPrice - gainElsewhere(table, person, prices, resource)) / amount;
    if (limit > (byPerson.get(person)?.limit ?? 0)) byPerson.set(person, { limit, amount });
  }
  return [...byPerson.values()].sort((a, b) => b.limit - a.limit);
}

/** What a person gains at most without the resource; 0 for having nothing. */
function gainElsewhere(table: OptionTable, person: number, prices: Float64Array, resource: number): number {
  let best = 0;
  const end = table.personStart[person + 1] ?? 0;
  for (let option = table.personStart[person] ?? 0; option < end; option++) {
    if (amountOf(table, option, resource) === 0) best = Math.max(best, gainOf(table, option, prices));
  }
  return best;
}

function amountOf(
  { useStart, useResource, useAmount }: OptionTable,
  option: number,
  resource: number,
): number {
  for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
    if (useResource[use] === resource) return useAmount[use] ?? 0;
  }
  return 0;
}

/** The options that use each resource, in order. */
function optionsByResource({ capacity, personOf, useStart, useResource }: OptionTable): number[][] {
  const options = Array.from(capacity, () => [] as number[]);
  for (let option = 0; option < personOf.length; option++) {
    for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
      options[useResource[use] ?? 0]?.push(option);
    }
  }
  return options;
}
