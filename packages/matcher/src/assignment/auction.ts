import { Bids } from "./bids.ts";
import { improve } from "./improve.ts";
import { none, type OptionTable, placesOf } from "./option-table.ts";
import { tightenPrices } from "./tighten-prices.ts";

/** A choice of options with the prices that it came with. */
export interface PricedChoice {
  /** The option of each person, or `none`. */
  readonly chosen: Int32Array;
  /** The price of each resource, 0 or more. */
  readonly prices: Float64Array;
}

/** Bids rise by this part of the greatest worth: smaller is nearer to the best and slower. */
export const defaultStep = 1 / 1000;

/** How often prices are tightened after the bidding. */
const sweeps = 1;

/**
 * Bertsekas's auction: everybody bids for the option that gains most at today's prices, just so much that another
 * option becomes as good, and whoever is outbid bids again. With seats and employers' limits alone the result is within
 * (number of places given) × step × (greatest worth) of the best; with shared hours it is a good choice without that
 * promise. Two places in one week are tried afterwards. How near the best it is, `dualBound` tells.
 *
 * Source: D. P. Bertsekas, "Auction algorithms for network flow problems", 1992, for seats as similar objects.
 */
export function auction(table: OptionTable, step: number = defaultStep): PricedChoice {
  const bids = new Bids(table);
  const increment = step * table.worth.reduce((most, worth) => Math.max(most, worth), 0);
  const queue = Array.from({ length: table.personCount }, (_, person) => person);
  const isSingle = Uint8Array.from(table.personOf, (_, option) =>
    placesOf(table, option).length === 1 ? 1 : 0,
  );
  for (let next = 0; next < queue.length; next++) {
    const person = queue[next] ?? 0;
    const wanted = bestOption(table, bids, isSingle, person);
    if (wanted.option === none) continue;
    const bid = bids.priceOf(wanted.option) + wanted.gain - wanted.otherGain + increment;
    queue.push(...bids.enter(wanted.option, bid));
  }
  const prices = tightenPrices(table, bids.prices(), sweeps);
  improve(table, bids.usage);
  return { chosen: bids.usage.chosen, prices };
}

interface Wanted {
  /** The option that gains most, or `none` if none gains anything. */
  readonly option: number;
  readonly gain: number;
  /** What the next best gains, at least 0: one can always do without. */
  readonly otherGain: number;
}

function bestOption(table: OptionTable, bids: Bids, isSingle: Uint8Array, person: number): Wanted {
  let option = none;
  let gain = 0;
  let otherGain = 0;
  const end = table.personStart[person + 1] ?? 0;
  for (let each = table.personStart[person] ?? 0; each < end; each++) {
    if (isSingle[each] === 0) continue;
    const own = (table.worth[each] ?? 0) - bids.priceOf(each);
    if (own > gain) {
      otherGain = gain;
      gain = own;
      option = each;
    } else if (own > otherGain) otherGain = own;
  }
  return { option, gain, otherGain };
}
