import type { PricedChoice } from "./auction.ts";
import { bestGain, dualBound, gainOf } from "./dual-bound.ts";
import { type LinearSolution, LinearSolver, type SolverLibrary } from "./linear-solver.ts";
import { none, type OptionTable } from "./option-table.ts";
import { worthOfChoice } from "./usage.ts";

/** Differences below this part of the whole value are rounding. */
const tolerance = 1e-7;

export interface ExactOptions {
  readonly library: SolverLibrary;
  /** The most time for whole numbers, seconds, where the relaxation is not whole already. */
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** A choice, and whether the search for whole numbers, where there was one, came to its end. */
export interface ExactChoice extends PricedChoice {
  readonly isProven: boolean;
}

/**
 * The best choice, proved. The solver begins with the options that are worth their price, or nearly, in a good first
 * answer; then every other option is held against the new prices, and those that could improve the whole are let in,
 * until none is left. So most options never reach the solver, and the proof (`dualBound` over all of them) does not
 * rest on the solver at all.
 *
 * @param start a good choice with its prices; the better, the less work.
 */
export function solveExactly(
  table: OptionTable,
  start: PricedChoice,
  { library, seconds, signal }: ExactOptions,
): ExactChoice {
  if (table.personOf.length === 0) return { ...start, isProven: true };
  const solver = new LinearSolver(library, table);
  try {
    const columns = new Columns(table, solver);
    columns.addWorthwhile(start.prices, startMargin(table));
    columns.addChosen(start.chosen);
    const relaxed = relax(table, columns, solver, signal);
    const whole = wholeChoice(table, columns, relaxed.amounts);
    if (whole !== undefined) return { chosen: whole, prices: relaxed.prices, isProven: true };
    return { ...chooseWhole(table, columns, solver, { relaxed, start, seconds }), prices: relaxed.prices };
  } finally {
    solver.dispose();
  }
}

/**
 * Options that gain this much less than their person's best are let in at once. At 200,000 options, a twentieth of a per
 * cent of the greatest worth gives 5,400 of them and 2.6 s; a fifth gives 12,600 and 5.9 s; half gives 28,600 and 10 s.
 */
function startMargin({ worth }: OptionTable): number {
  return 0.0005 * worth.reduce((most, each) => Math.max(most, each), 0);
}

/** The options that the solver knows of. */
class Columns {
  readonly options: number[] = [];
  readonly #table: OptionTable;
  readonly #solver: LinearSolver;
  readonly #isKnown: Uint8Array;

  constructor(table: OptionTable, solver: LinearSolver) {
    this.#table = table;
    this.#solver = solver;
    this.#isKnown = new Uint8Array(table.personOf.length);
  }

  addChosen(chosen: Int32Array): void {
    this.#add([...chosen].filter((option) => option !== none && this.#isKnown[option] === 0));
  }

  /**
   * Lets in all options that gain, at these prices, at least what their person's best one does less `margin`.
   *
   * @returns how many were new.
   */
  addWorthwhile(prices: Float64Array, margin: number): number {
    const added: number[] = [];
    for (let person = 0; person < this.#table.personCount; person++) {
      const least = bestGain(this.#table, person, prices) - margin;
      const end = this.#table.personStart[person + 1] ?? 0;
      for (let option = this.#table.personStart[person] ?? 0; option < end; option++) {
        if (this.#isKnown[option] === 0 && gainOf(this.#table, option, prices) >= least) added.push(option);
      }
    }
    this.#add(added);
    return added.length;
  }

  #add(options: readonly number[]): void {
    for (const option of options) this.#isKnown[option] = 1;
    this.options.push(...options);
    if (options.length > 0) this.#solver.add(options);
  }
}

/** Solves, and lets in what the new prices show to be missing, until the bound over all options is met. */
function relax(
  table: OptionTable,
  columns: Columns,
  solver: LinearSolver,
  signal: AbortSignal | undefined,
): LinearSolution {
  for (;;) {
    signal?.throwIfAborted();
    const relaxed = solver.solveRelaxed();
    const isProven = dualBound(table, relaxed.prices) <= relaxed.value * (1 + tolerance) + tolerance;
    if (isProven || columns.addWorthwhile(relaxed.prices, 0) === 0) return relaxed;
  }
}

/** The choice that the amounts are, if all of them are whole. */
function wholeChoice(
  table: OptionTable,
  { options }: Columns,
  amounts: Float64Array,
): Int32Array | undefined {
  const chosen = new Int32Array(table.personCount).fill(none);
  for (const [index, option] of options.entries()) {
    const amount = amounts[index] ?? 0;
    if (amount > 1 - 1e-6) chosen[table.personOf[option] ?? 0] = option;
    else if (amount > 1e-6) return undefined;
  }
  return chosen;
}

interface WholeTask {
  readonly relaxed: LinearSolution;
  readonly start: PricedChoice;
  readonly seconds: number;
}

/**
 * The best whole choice. An option that loses more at the relaxation's prices than lies between the relaxation and the
 * best whole choice known can be in no better one; all others are let in before the answer counts as the best.
 */
function chooseWhole(
  table: OptionTable,
  columns: Columns,
  solver: LinearSolver,
  { relaxed, start, seconds }: WholeTask,
): Omit<ExactChoice, "prices"> {
  let best = start.chosen;
  for (;;) {
    const { amounts, isProven } = solver.solveWhole(seconds);
    const found = wholeChoice(table, columns, amounts);
    if (found !== undefined && worthOfChoice(table, found) > worthOfChoice(table, best)) best = found;
    const distance = Math.max(0, relaxed.value - worthOfChoice(table, best));
    const added = isProven ? columns.addWorthwhile(relaxed.prices, distance + tolerance) : 0;
    if (added === 0) return { chosen: best, isProven };
  }
}
