import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "../retrieval/measure.ts";

export interface FixedRate {
  readonly perSecond: number;
  readonly seconds: number;
  /** @param due when it ought to be sent, in milliseconds of `performance.now()`. */
  readonly send: (index: number, due: number) => Promise<void>;
}

/**
 * Sends at even distances, however long the answers take. Whoever takes the time from `due` does not omit what those
 * wait who come while the service is busy (coordinated omission).
 */
export async function atFixedRate({ perSecond, seconds, send }: FixedRate): Promise<void> {
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < perSecond * seconds; index++) {
    const due = start + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(send(index, due));
  }
  await Promise.all(running);
}

/** Milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1) ?? Number.NaN,
  };
}
