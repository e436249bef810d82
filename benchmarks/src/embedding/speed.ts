import type { Embedder } from "@jobbmatch/matcher";
import { median, timed } from "./stopwatch.ts";
import { different } from "./texts.ts";

/** Rounds of each measurement; the median counts. */
const rounds = 5;

export interface Speed {
  readonly name: string;
  /** Mean length of a text. */
  readonly characters: number;
  /** Texts that are handed over together. */
  readonly atOnce: number;
  /** Texts a second on the clock. */
  readonly perSecond: number;
  /** Texts a second of processor time, that is, for each core. */
  readonly perCoreSecond: number;
}

export interface Workload {
  readonly name: string;
  readonly texts: readonly string[];
  /** Texts in one round. */
  readonly count: number;
  readonly atOnce: number;
}

/** How fast texts become vectors, after one round that is not counted. */
export async function measureSpeed(embedder: Embedder, workload: Workload): Promise<Speed> {
  const { name, texts, count, atOnce } = workload;
  const measured = [];
  for (let round = 0; round <= rounds; round++) {
    const chosen = different(texts, count, round);
    measured.push(
      await timed(async () => {
        for (let start = 0; start < count; start += atOnce) {
          await embedder.embed(chosen.slice(start, start + atOnce));
        }
      }),
    );
  }
  const counted = measured.slice(1);
  return {
    name,
    characters: Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length),
    atOnce,
    perSecond: Math.round(count / median(counted.map(({ wall }) => wall))),
    perCoreSecond: Math.round(count / median(counted.map(({ processor }) => processor))),
  };
}
