import type { Matcher } from "@jobbmatch/matcher";
import { generateParticipants } from "@jobbmatch/test-data";
import { quantile } from "../retrieval/measure.ts";

/** One kind of question asked of one population. Times are in milliseconds. */
export interface RankingCell {
  readonly question: string;
  readonly participants: number;
  readonly p50: number;
  readonly p99: number;
  readonly calls: number;
  /** Processor time of the whole process for one call, other threads such as the compiler's included. */
  readonly processor: number;
}

export interface MeasureOptions {
  readonly participants: number;
  readonly vacancyIds: readonly string[];
  readonly calls: number;
  readonly log: (line: string) => void;
}

/** The day that generated municipalities are of. */
const date = "2026-11-23";
/** Calls before any is measured: the engine compiles what is hot, and learns the axes of the texts. */
const warmUpCalls = 60;
/** A prime, so that neighbouring calls ask about unlike vacancies. */
const stride = 37;

/** Asks each kind of question many times, about another vacancy or person each time. */
export function measureCalls(
  matcher: Matcher,
  { participants, vacancyIds, calls, log }: MeasureOptions,
): RankingCell[] {
  const people = [...generateParticipants({ seed: 20_261_123, count: 200, municipality: "1490" })].map(
    ({ id }) => id,
  );
  const questions: readonly (readonly [string, number, (call: number) => unknown])[] = [
    ["topCandidates", calls, (call) => matcher.topCandidates(at(vacancyIds, call), { date })],
    [
      "topCandidates, no near misses",
      calls,
      (call) => matcher.topCandidates(at(vacancyIds, call), { date, nearMisses: 0 }),
    ],
    ["topVacancies", Math.ceil(calls / 5), (call) => matcher.topVacancies(at(people, call), { date })],
    ["scoreVacancies", Math.ceil(calls / 5), (call) => matcher.scoreVacancies(at(people, call), { date })],
  ];
  return questions.map(([question, count, ask]) => {
    log(`  ${question}`);
    for (let call = 0; call < warmUpCalls; call++) ask(call + calls);
    return { question, participants, ...timesOf(count, ask) };
  });
}

function timesOf(
  count: number,
  ask: (call: number) => unknown,
): Omit<RankingCell, "question" | "participants"> {
  const before = process.cpuUsage();
  const times: number[] = [];
  for (let call = 0; call < count; call++) {
    const start = performance.now();
    ask(call);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = times.sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    calls: count,
    processor: (user + system) / 1000 / count,
  };
}

function at(ids: readonly string[], call: number): string {
  return ids[(call * stride) % ids.length] ?? "";
}
