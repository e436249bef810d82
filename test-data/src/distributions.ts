import type { Random } from "./random.ts";

/** Draws one value. */
export type Sampler<Value> = (random: Random) => Value;

/**
 * Chooses among values with relative weights, which need not add up to anything.
 *
 * @example
 * weighted([["ar", 24], ["so", 12]]); // "ar" twice as often as "so"
 */
export function weighted<Value>(entries: readonly (readonly [Value, number])[]): Sampler<Value> {
  const values = entries.map(([value]) => value);
  const limits = runningTotals(entries.map(([, weight]) => weight));
  const total = limits.at(-1) ?? 0;
  return (random) => {
    const drawn = random.float() * total;
    // The draw is below the last limit, so there is always a value.
    return values[firstAbove(limits, drawn)] as Value;
  };
}

/** Index of the first of the rising limits that is above a number, by halving. */
function firstAbove(limits: Float64Array, drawn: number): number {
  let low = 0;
  let high = limits.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (drawn < (limits[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runningTotals(weights: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(weights, (weight) => {
    total += weight;
    return total;
  });
}

/** Chooses among values in order of popularity: the one in place r has weight 1 / r^exponent (Zipf's law). */
export function zipf<Value>(values: readonly Value[], exponent = 1): Sampler<Value> {
  return weighted(values.map((value, index) => [value, (index + 1) ** -exponent]));
}

/** A normal deviate with mean 0 and standard deviation 1 (Box and Muller). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.float()));
  return radius * Math.cos(2 * Math.PI * random.float());
}

/** A log-normal deviate: half of them are below `median`, and `sigma` is the spread of the logarithm. */
export function logNormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random));
}

/** A log-normal deviate as a whole number from `min` to `max`. */
export function wholeLogNormal(
  random: Random,
  { median, sigma, min, max }: { median: number; sigma: number; min: number; max: number },
): number {
  return Math.min(max, Math.max(min, Math.round(logNormal(random, median, sigma))));
}
