import type { CompleteAssignmentRequest } from "./assignment-request.ts";
import { auction, type PricedChoice } from "./auction.ts";
import { dualBound } from "./dual-bound.ts";
import { type ExactChoice, type ExactOptions, solveExactly } from "./exact.ts";
import { loadSolverLibrary, type SolverLibrary } from "./linear-solver.ts";
import type { OptionTable } from "./option-table.ts";
import { worthOfChoice } from "./usage.ts";

/** How good a choice is, measured and not promised. */
export interface Optimality {
  readonly method: "exact" | "approximate";
  /** What the choice is worth in all. */
  readonly value: number;
  /** What no choice can exceed. */
  readonly bound: number;
  /** `(bound - value) / bound`, 0 where nothing can be gained. */
  readonly gap: number;
  /**
   * What the bound rests on. `duality`: the prices, checked over every option. `search`: the solver's complete search
   * over whole numbers, which shared hours can make necessary.
   */
  readonly proof: "duality" | "search";
}

export interface Solution extends PricedChoice {
  readonly optimality: Optimality;
}

export type SolveOptions =
  | { readonly method: "approximate" }
  | (ExactOptions & {
      readonly method: "exact";
      /** A good choice for a table that was nearly the same, which saves most of the work. */
      readonly start?: PricedChoice | undefined;
    });

/** Differences below this part of the value are rounding. */
const rounding = 1e-6;

interface SolverParts {
  readonly library?: SolverLibrary | undefined;
  readonly start?: PricedChoice | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Chooses how a table of this size is solved, and loads what that takes. */
export async function solverFor(
  table: OptionTable,
  { method, exactUpTo, seconds }: Pick<CompleteAssignmentRequest, "method" | "exactUpTo" | "seconds">,
  { library, start, signal }: SolverParts,
): Promise<SolveOptions> {
  const isSmall = table.personOf.length <= exactUpTo;
  const chosen = method === "automatic" ? (isSmall ? "exact" : "approximate") : method;
  if (chosen === "approximate") return { method: chosen };
  return { method: chosen, library: library ?? (await loadSolverLibrary()), seconds, start, signal };
}

/** Solves, and measures how good the answer is. */
export function solve(table: OptionTable, options: SolveOptions): Solution {
  switch (options.method) {
    case "approximate":
      return measured(table, { ...auction(table), isProven: false }, options.method);
    case "exact":
      return measured(table, solveExactly(table, options.start ?? auction(table), options), options.method);
  }
}

/** The same way to solve, without a start that belongs to another table. */
export function fromScratch(options: SolveOptions): SolveOptions {
  return options.method === "exact" ? { ...options, start: undefined } : options;
}

function measured(
  table: OptionTable,
  { chosen, prices, isProven }: ExactChoice,
  method: Optimality["method"],
): Solution {
  const value = worthOfChoice(table, chosen);
  const bound = Math.max(value, dualBound(table, prices));
  if (bound - value > rounding * bound && isProven)
    return { chosen, prices, optimality: { method, value, bound: value, gap: 0, proof: "search" } };
  return { chosen, prices, optimality: optimalityOf(method, value, bound) };
}

/** The gap between a value and a bound from prices; what lies within rounding is none. */
export function optimalityOf(method: Optimality["method"], value: number, bound: number): Optimality {
  const gap = bound - value <= rounding * bound ? 0 : (bound - value) / bound;
  return { method, value, bound, gap, proof: "duality" };
}
