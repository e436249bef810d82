import { type OptionTable, priceOf } from "./option-table.ts";

/**
 * The most that any allowed choice can be worth, from prices of the resources, 0 or more each: weak duality. Every
 * choice is worth at most what its resources cost plus what each person gains beyond that, so the bound holds whatever
 * the prices are and however they were found; good prices only make it tight.
 */
export function dualBound(table: OptionTable, prices: Float64Array): number {
  let bound = 0;
  for (const [resource, capacity] of table.capacity.entries()) bound += capacity * (prices[resource] ?? 0);
  for (let person = 0; person < table.personCount; person++) bound += bestGain(table, person, prices);
  return bound;
}

/** What a person's best option is worth beyond its price; 0 where no option is worth its price. */
export function bestGain(table: OptionTable, person: number, prices: Float64Array): number {
  let best = 0;
  const end = table.personStart[person + 1] ?? 0;
  for (let option = table.personStart[person] ?? 0; option < end; option++) {
    best = Math.max(best, gainOf(table, option, prices));
  }
  return best;
}

/** What an option is worth beyond its price; below 0 where it is not worth it. */
export function gainOf(table: OptionTable, option: number, prices: Float64Array): number {
  return (table.worth[option] ?? 0) - priceOf(table, option, prices);
}
