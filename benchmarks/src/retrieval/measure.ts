import { type Engine, type EngineEntry, EngineUnavailable } from "./engine.ts";
import { exactAnswers, type Fixture, k, shares } from "./fixture.ts";
import { Random } from "./random.ts";

const orderSeed = 7;

/** One engine at one size and one share of vectors that pass. Times are in milliseconds. */
export interface Cell {
  readonly engine: string;
  readonly size: number;
  readonly share: number;
  readonly p50: number;
  readonly p99: number;
  /** Found of the true first k, on average. */
  readonly recall: number;
  readonly queries: number;
  readonly path?: string;
}

export interface Build {
  readonly engine: string;
  readonly size: number;
  readonly seconds: number;
  readonly bytesPerVector: number;
}

/** An engine that took no part, and why. */
export interface Absence {
  readonly engine: string;
  readonly size: number;
  readonly reason: string;
}

export interface Measurements {
  readonly cells: Cell[];
  readonly builds: Build[];
  readonly absences: Absence[];
  readonly notes: Map<string, string>;
}

export interface MeasureOptions {
  /** After so many milliseconds in one cell an engine answers no more queries there. */
  readonly cellBudget: number;
  readonly warmUp: number;
  /** Names of entries that are built also beyond the size from which that takes long. */
  readonly patient: readonly string[];
  readonly log: (line: string) => void;
}

interface Tally {
  readonly times: number[];
  found: number;
  wanted: number;
  path: string | undefined;
}

/** Builds every engine on the fixture, then asks all of them each query in turn, so that a busy moment hits all alike. */
export async function measure(
  fixture: Fixture,
  entries: readonly EngineEntry[],
  into: Measurements,
  options: MeasureOptions,
): Promise<void> {
  const engines: Engine[] = [];
  for (const entry of entries) {
    const engine = await prepare(entry, fixture, into, options);
    if (engine !== undefined) engines.push(engine);
  }
  options.log(`  exact answers for ${fixture.queries.length} queries`);
  const truth = exactAnswers(fixture);
  for (const [column, share] of shares.entries()) {
    options.log(`  ${share * 100} % pass`);
    into.cells.push(...(await measureShare(engines, fixture, { share, column, truth }, options)));
  }
  for (const engine of engines) await engine.close();
}

async function prepare(
  entry: EngineEntry,
  fixture: Fixture,
  { builds, absences, notes }: Measurements,
  { patient, log }: MeasureOptions,
): Promise<Engine | undefined> {
  try {
    const engine = await entry.load();
    if (engine.note !== undefined) notes.set(engine.name, engine.note);
    if (fixture.size > (engine.sizeLimit ?? Number.POSITIVE_INFINITY) && !patient.includes(entry.name)) {
      throw new EngineUnavailable("building takes long at this size, and was not asked for (--patient)");
    }
    log(`  building ${engine.name}`);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    await engine.build(fixture);
    const seconds = (performance.now() - start) / 1_000;
    const bytes = engine.bytes?.() ?? Math.max(0, process.memoryUsage().rss - before);
    builds.push({ engine: engine.name, size: fixture.size, seconds, bytesPerVector: bytes / fixture.size });
    return engine;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    absences.push({ engine: entry.name, size: fixture.size, reason });
    return undefined;
  }
}

interface Contender {
  readonly engine: Engine;
  readonly tally: Tally;
  /** Milliseconds that the engine has taken in this cell. */
  spent: number;
}

async function measureShare(
  engines: readonly Engine[],
  { queries, size }: Fixture,
  { share, column, truth }: { share: number; column: number; truth: ReadonlySet<number>[][] },
  { cellBudget, warmUp }: MeasureOptions,
): Promise<Cell[]> {
  const contenders = engines.map(
    (engine): Contender => ({
      engine,
      tally: { times: [], found: 0, wanted: 0, path: undefined },
      spent: 0,
    }),
  );
  for (const query of queries.slice(0, warmUp)) {
    for (const contender of within(cellBudget / 4, contenders)) await ask(contender, query, share);
  }
  for (const contender of contenders) contender.spent = 0;
  const random = new Random(orderSeed);
  for (const [position, query] of queries.entries()) {
    for (const contender of shuffled(within(cellBudget, contenders), random)) {
      const { rows, time } = await ask(contender, query, share);
      count(contender.tally, rows, truth[position]?.[column] ?? new Set());
      contender.tally.times.push(time);
      contender.tally.path = contender.engine.path?.();
    }
  }
  return contenders.map(({ engine, tally }) => cellOf(engine, size, share, tally));
}

/** Those that have not used up their time in this cell. */
function within(budget: number, contenders: readonly Contender[]): Contender[] {
  return contenders.filter(({ spent }) => spent <= budget);
}

/** In another order each time, so that none always finds the cache full of the same one's memory. */
function shuffled(contenders: readonly Contender[], random: Random): Contender[] {
  const order = [...contenders];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const [one, two] = [order[last], order[other]];
    if (one !== undefined && two !== undefined) [order[last], order[other]] = [two, one];
  }
  return order;
}

async function ask(
  contender: Contender,
  query: Float32Array,
  share: number,
): Promise<{ rows: readonly number[]; time: number }> {
  const start = performance.now();
  const answer = contender.engine.search(query, share);
  const rows = answer instanceof Promise ? await answer : answer;
  const time = performance.now() - start;
  contender.spent += time;
  return { rows, time };
}

function count(tally: Tally, rows: readonly number[], truth: ReadonlySet<number>): void {
  tally.found += rows.slice(0, k).filter((row) => truth.has(row)).length;
  tally.wanted += truth.size;
}

function cellOf(engine: Engine, size: number, share: number, tally: Tally): Cell {
  const { times, found, wanted, path } = tally;
  const sorted = [...times].sort((a, b) => a - b);
  return {
    engine: engine.name,
    size,
    share,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    recall: wanted === 0 ? 1 : found / wanted,
    queries: times.length,
    ...(path === undefined ? {} : { path }),
  };
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
