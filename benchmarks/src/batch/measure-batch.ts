import type { CandidateList, Matcher } from "@jobbmatch/matcher";

export const request = { date: "2026-11-23" } as const;

/** How one batch went. */
export interface BatchRun {
  readonly threads: number;
  readonly participants: number;
  readonly vacancies: number;
  /** From the call to the last list. */
  readonly seconds: number;
  /** From the call to the first list: the snapshot for the threads, and their start. */
  readonly firstListSeconds: number;
  /** Processor time of all threads together. */
  readonly processorSeconds: number;
  /** Wall time for one participant and one vacancy, in nanoseconds. */
  readonly nanosecondsPerPair: number;
  /** The most memory that the process had, all threads included, in bytes. */
  readonly peakBytes: number;
  readonly candidates: number;
}

/** Lists that are compared with those made one by one. */
const compared = 5;

/** A list as JSON, without the way in which it was found. */
function content({ plan: _, ...list }: CandidateList): string {
  return JSON.stringify(list);
}

/** Matches all vacancies anew and takes the time. Throws if a list is not the one that is made alone. */
export async function measureBatch(
  matcher: Matcher,
  threads: number,
  log: (line: string) => void,
): Promise<BatchRun> {
  const total = matcher.vacancyCount;
  const some: CandidateList[] = [];
  const processorStart = process.cpuUsage();
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  let [firstListSeconds, candidates, done, peakBytes] = [0, 0, 0, 0];
  for await (const list of matcher.rematch(request, { threads })) {
    if (done === 0) firstListSeconds = elapsed();
    done += 1;
    candidates += list.candidates.length;
    if (done % Math.ceil(total / compared) === 1) some.push(list);
    if (done % 50 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    if (done % 5_000 === 0) log(`  ${done.toLocaleString("en")} lists, ${elapsed().toFixed(0)} s`);
  }
  const seconds = elapsed();
  const { user, system } = process.cpuUsage(processorStart);
  for (const list of some) {
    // Forced to look at everybody, so that nothing is remembered of the batch.
    const alone = matcher.topCandidates(list.vacancy, { ...request, plan: "everybody" });
    if (content(list) !== content(alone)) {
      throw new Error("a list of the batch differs from the same list made alone");
    }
  }
  return {
    threads,
    participants: matcher.participantCount,
    vacancies: total,
    seconds,
    firstListSeconds,
    processorSeconds: (user + system) / 1e6,
    nanosecondsPerPair: (seconds * 1e9) / (total * matcher.participantCount),
    peakBytes,
    candidates,
  };
}
