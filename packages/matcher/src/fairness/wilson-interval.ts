/** A share's confidence interval, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const z = 1.959963984540054;

/**
 * Wilson's score interval of a share, which stays sensible for few people and for shares near 0 and 1.
 *
 * @param count of `total`, 0 to `total`.
 * @param total 1 or more.
 * @example
 * wilsonInterval(3, 40); // { low: 0.026, high: 0.199 }
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonInterval(count: number, total: number): Interval {
  const share = count / total;
  const spread =
    (z / (1 + z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const centre = (share + z ** 2 / (2 * total)) / (1 + z ** 2 / total);
  return { low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) };
}
