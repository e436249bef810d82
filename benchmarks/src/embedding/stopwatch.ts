/** Time that some work took. */
export interface Elapsed {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds that processors worked for this process, summed over its threads. */
  readonly processor: number;
}

/** Runs work and measures it. Processor time tells what one core does, also while others share the machine. */
export async function timed(work: () => Promise<unknown>): Promise<Elapsed> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1_000_000 };
}

/** The middle value; of an even number, the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
