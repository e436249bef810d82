/** Samples with replacement that an interval is made from. */
const resamples = 2000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % confidence interval of a mean by the percentile bootstrap: the same for the same values, since its random
 * numbers are seeded.
 *
 * @throws RangeError without values.
 */
export function bootstrapInterval(values: readonly number[]): Interval {
  if (values.length === 0) throw new RangeError("an interval needs at least one value");
  const random = seededRandom(1);
  const means = Array.from({ length: resamples }, () => {
    let total = 0;
    for (let drawn = 0; drawn < values.length; drawn++) {
      total += values[Math.floor(random() * values.length)] ?? 0;
    }
    return total / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (resamples - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Numbers in [0, 1): a multiplicative congruential generator with modulus 2³¹ − 1 (Lewis, Goodman and Miller, 1969). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}
