import type { CandidateList, Matcher } from "@jobbmatch/matcher";
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

/** People who change between two questions. */
const changing = 10;

/** One kind of question. */
interface Question {
  readonly name: string;
  readonly calls: number;
  readonly ask: (call: number) => unknown;
  /** What happens before each call, and is not timed. */
  readonly before?: () => Promise<unknown>;
}

/** Asks each kind of question many times, about another vacancy or person each time. */
export async function measureCalls(
  matcher: Matcher,
  { participants, vacancyIds, calls, log }: MeasureOptions,
): Promise<RankingCell[]> {
  const cells: RankingCell[] = [];
  for (const { name, ...question } of questionsOf(matcher, vacancyIds, calls)) {
    log(`  ${name}`);
    cells.push({ question: name, participants, ...(await timesOf(question)) });
  }
  return cells;
}

function questionsOf(matcher: Matcher, vacancyIds: readonly string[], calls: number): readonly Question[] {
  const few = Math.ceil(calls / 5);
  const people = [...generateParticipants({ seed: 20_261_123, count: 200, municipality: "1490" })];
  const personAt = (call: number) => people[call % people.length]?.id ?? "";
  const list = (call: number) => matcher.topCandidates(at(vacancyIds, call), { date });
  let version = 1000;
  // Each takes on the profile of another one.
  const change = () => {
    version += 1;
    const others = people.slice(version % (people.length - changing));
    const changed = people.slice(0, changing).flatMap(({ id }, index) => {
      const profile = others[index];
      return profile === undefined ? [] : [{ ...profile, id, version }];
    });
    return matcher.upsertParticipants(changed);
  };
  const least = new Map<string, number>();
  return [
    { name: "topCandidates", calls, ask: (call) => numbersOf(list(call)) },
    {
      name: "topCandidates, no near misses",
      calls,
      ask: (call) => numbersOf(matcher.topCandidates(at(vacancyIds, call), { date, nearMisses: 0 })),
    },
    { name: "topCandidates, asked before", calls, ask: (call) => numbersOf(list(call)) },
    {
      name: `topCandidates, asked before, and ${changing} people have changed since`,
      calls: few,
      before: change,
      ask: (call) => numbersOf(list(call)),
    },
    {
      name: "topCandidates, asked before, every word of it",
      calls: few,
      ask: (call) => JSON.stringify(list(call)),
    },
    { name: "topVacancies", calls: few, ask: (call) => matcher.topVacancies(personAt(call), { date }) },
    { name: "scoreVacancies", calls: few, ask: (call) => matcher.scoreVacancies(personAt(call), { date }) },
    {
      name: "scoreVacancies, only lists that are reached",
      calls: few,
      before: () => readLeast(matcher, vacancyIds, least),
      ask: (call) => matcher.scoreVacancies(personAt(call), { date }, (vacancy) => least.get(vacancy) ?? 0),
    },
  ];
}

/** What whoever shows a list reads of everybody on it: not the words. */
function numbersOf({ candidates, nearMisses }: CandidateList): number {
  let sum = 0;
  for (const { score, contributions, rules } of [...candidates, ...nearMisses]) {
    for (const { contribution } of contributions) sum += contribution;
    for (const { outcome } of rules) sum += outcome === "pass" ? score : 0;
  }
  return sum;
}

/** Reads once which score each list takes. */
async function readLeast(
  matcher: Matcher,
  vacancyIds: readonly string[],
  least: Map<string, number>,
): Promise<void> {
  if (least.size > 0) return;
  for (const id of vacancyIds) {
    const { candidates } = matcher.topCandidates(id, { date });
    least.set(id, candidates.length < 20 ? 0 : (candidates.at(-1)?.score ?? 0));
  }
}

async function timesOf({
  calls,
  ask,
  before,
}: Omit<Question, "name">): Promise<Omit<RankingCell, "question" | "participants">> {
  await before?.();
  for (let call = 0; call < warmUpCalls; call++) ask(call + calls);
  const times: number[] = [];
  let processor = 0;
  for (let call = 0; call < calls; call++) {
    await before?.();
    const processorBefore = process.cpuUsage();
    const start = performance.now();
    ask(call);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(processorBefore);
    processor += (user + system) / 1000;
  }
  const sorted = times.sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    calls,
    processor: processor / calls,
  };
}

function at(ids: readonly string[], call: number): string {
  return ids[(call * stride) % ids.length] ?? "";
}
