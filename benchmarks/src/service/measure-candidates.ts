import { Random } from "../retrieval/random.ts";
import type { ApiClient } from "./api-client.ts";
import { atFixedRate, type Spread, spreadOf } from "./fixed-rate.ts";
import { readMetrics } from "./metrics.ts";

/** How fast candidate lists are answered. Times in milliseconds, from when a request ought to be sent. */
export interface CandidateAnswers extends Spread {
  readonly perSecond: number;
  readonly failed: number;
  /** Share of answers that came from memory. */
  readonly cached: number;
  /** Processor seconds of the answering process for each second. */
  readonly processor: number;
}

export interface CandidateLoad {
  readonly vacancyIds: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  readonly seed: number;
}

/** Asks for the candidates of each vacancy once, one after the other: nothing of the answers is remembered yet. */
export async function measureFirstAnswers(client: ApiClient, vacancyIds: readonly string[]): Promise<Spread> {
  const times: number[] = [];
  for (const id of vacancyIds) {
    const begun = performance.now();
    await client.json("GET", `/v1/vacancies/${id}/candidates`);
    times.push(performance.now() - begun);
  }
  return spreadOf(times);
}

/** Asks for the candidates of vacancies that are drawn by chance, at a fixed rate. */
export async function measureCandidates(client: ApiClient, load: CandidateLoad): Promise<CandidateAnswers> {
  const { vacancyIds, perSecond, seconds, seed } = load;
  const random = new Random(seed);
  const times: number[] = [];
  let failed = 0;
  const before = await readMetrics(client);
  const begun = performance.now();
  await atFixedRate({
    perSecond,
    seconds,
    send: async (_index, due) => {
      const id = vacancyIds[random.below(vacancyIds.length)] ?? "";
      const { status } = await client.send("GET", `/v1/vacancies/${id}/candidates`);
      if (status !== 200) failed += 1;
      times.push(performance.now() - due);
    },
  });
  const elapsed = (performance.now() - begun) / 1000;
  const after = await readMetrics(client);
  const [hits, misses] = [after.cacheHits - before.cacheHits, after.cacheMisses - before.cacheMisses];
  return {
    ...spreadOf(times),
    perSecond,
    failed,
    cached: hits / Math.max(1, hits + misses),
    processor: (after.processorSeconds - before.processorSeconds) / elapsed,
  };
}
