/** Tries before a delivery rests with the failed ones; with the delays below they span some two days. */
export const mostAttempts = 20;
const firstDelay = 5000;
const longestDelay = 6 * 3_600_000;

/**
 * Milliseconds from a failed try to the next one: 5 s, 10 s, 20 s, ... up to six hours.
 *
 * @param attempts tries so far, 1 or more.
 */
export function delayAfter(attempts: number): number {
  return Math.min(firstDelay * 2 ** (attempts - 1), longestDelay);
}

const failuresBeforeRest = 5;
const firstRest = 60_000;
const longestRest = 3_600_000;

/**
 * How long an endpoint is left alone, in milliseconds: from the fifth failure in a row, a minute, two, four, ... up to
 * an hour.
 *
 * @returns `null` when it is not left alone.
 */
export function restAfter(failures: number): number | null {
  if (failures < failuresBeforeRest) return null;
  return Math.min(firstRest * 2 ** Math.min(failures - failuresBeforeRest, 10), longestRest);
}
