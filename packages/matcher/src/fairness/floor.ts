import type { CompleteAssignmentRequest } from "../assignment/assignment-request.ts";
import type { CompiledAssignment } from "../assignment/compile.ts";
import { dualBound } from "../assignment/dual-bound.ts";
import { countingTable, none, type OptionTable, withWorth } from "../assignment/option-table.ts";
import { fromScratch, optimalityOf, type Solution, type SolveOptions, solve } from "../assignment/solve.ts";
import { worthOfChoice } from "../assignment/usage.ts";
import { daysBetween } from "../assignment/utility.ts";
import type { FloorChange, FloorReport } from "./floor-report.ts";

/** A solution that keeps the floor as far as it can be kept. */
export interface GuardedSolution {
  /** With the worths that the guard adds: its prices tell why somebody goes before somebody else. */
  readonly table: OptionTable;
  readonly solution: Solution;
  /** The prices without the guard's bonuses: what the next assignment starts from. */
  readonly startPrices: Float64Array;
  readonly report?: FloorReport;
}

/** Puts the floor before every utility: first as many overdue people as possible, and among those choices the best. */
export function solveWithFloor(
  compiled: CompiledAssignment,
  request: CompleteAssignmentRequest,
  options: SolveOptions,
): GuardedSolution {
  const { table } = compiled;
  const free = solve(table, options);
  if (request.floor === undefined) return { table, solution: free, startPrices: free.prices };
  const waits = waitsOf(compiled, request, request.floor);
  const isOverdue = (person: number) => (waits.weeks.get(person) ?? 0) > (request.floor?.weeks ?? 0);
  const guarded = guard(table, free, isOverdue, options);
  const overdue = [...waits.weeks]
    .filter(([person]) => isOverdue(person))
    .map(([person, weeks]) => ({
      participant: compiled.people[person]?.id ?? "",
      weeks,
      isProposed: guarded.solution.chosen[person] !== none,
    }));
  const proposed = overdue.filter(({ isProposed }) => isProposed).length;
  const change = changeBetween(compiled, free, guarded.solution);
  const report = {
    weeks: request.floor.weeks,
    overdue: overdue.sort((a, b) => b.weeks - a.weeks || (a.participant < b.participant ? -1 : 1)),
    proposed,
    possible: Math.max(proposed, guarded.possible),
    isProven: proposed >= guarded.possible,
    isKept: proposed === overdue.length,
    unknownSince: waits.unknown,
    ...(change === undefined ? {} : { change }),
  };
  return { table: guarded.table, solution: guarded.solution, startPrices: free.prices, report };
}

/** Weeks since the last proposal of everybody who fits some place. */
function waitsOf(
  { people, table }: CompiledAssignment,
  { date }: CompleteAssignmentRequest,
  { lastProposed }: NonNullable<CompleteAssignmentRequest["floor"]>,
): { readonly weeks: ReadonlyMap<number, number>; readonly unknown: number } {
  const weeks = new Map<number, number>();
  let unknown = 0;
  for (const [person, { id, registeredSince }] of people.entries()) {
    if (table.personStart[person] === table.personStart[person + 1]) continue;
    const since = (Object.hasOwn(lastProposed, id) ? lastProposed[id] : undefined) ?? registeredSince;
    if (since === undefined) unknown += 1;
    else weeks.set(person, Math.floor(daysBetween(since, date) / 7));
  }
  return { weeks, unknown };
}

interface Guarded {
  readonly table: OptionTable;
  readonly solution: Solution;
  /** How many overdue people can have a place at the most. */
  readonly possible: number;
}

/** Bonuses are doubled at most so often; each one exceeds what any chain of moves can cost after a few. */
const mostDoublings = 12;

/**
 * Adds a bonus for overdue people that grows until as many of them have a place as can. A solution that is best with
 * the bonus and has the greatest possible number of them is the best of all that do.
 */
function guard(
  table: OptionTable,
  free: Solution,
  isOverdue: (person: number) => boolean,
  options: SolveOptions,
): Guarded {
  const fitting = peopleWith(table, isOverdue);
  const placed = ({ chosen }: Solution) => fitting.filter((person) => chosen[person] !== none).length;
  let best: Guarded = { table, solution: free, possible: fitting.length };
  if (placed(free) === fitting.length) return best;
  const counted = countingTable(table, isOverdue);
  const greatest = table.worth.reduce((most, worth) => Math.max(most, worth), 0);
  for (let doubling = 1; doubling <= mostDoublings; doubling++) {
    const bonus = greatest * 2 ** doubling;
    const raised = withBonus(table, isOverdue, bonus);
    const solution = solve(raised, fromScratch(options));
    const possible = Math.min(best.possible, coverBound(counted, solution.prices, bonus));
    if (placed(free) === possible) return { table, solution: free, possible };
    if (placed(solution) > placed(best.solution))
      best = { table: raised, solution: withoutBonus(table, solution, bonus * placed(solution)), possible };
    if (placed(best.solution) >= possible) return { ...best, possible };
    if (doubling === 1) best = { ...best, possible: Math.min(possible, mostPlaced(counted, options)) };
    if (placed(best.solution) >= best.possible) return best;
  }
  return best;
}

function withBonus(table: OptionTable, isOverdue: (person: number) => boolean, bonus: number): OptionTable {
  return withWorth(table, (option) => {
    const worth = table.worth[option] ?? 0;
    return isOverdue(table.personOf[option] ?? 0) ? worth + bonus : worth;
  });
}

/**
 * An upper bound of how many can have a place together, from the prices of a solution with a bonus: what costs most of
 * the bonus is fought over by overdue people, and by König's theorem their number is what such places can take plus
 * those who have another option. Valid for any prices; tight where seats and supervisors are the limits.
 */
function coverBound(counted: OptionTable, prices: Float64Array, bonus: number): number {
  return wholeBound(
    dualBound(
      counted,
      prices.map((price) => (price >= bonus / 2 ? 1 : 0)),
    ),
  );
}

function peopleWith(table: OptionTable, isWanted: (person: number) => boolean): number[] {
  return Array.from({ length: table.personCount }, (_, person) => person).filter(
    (person) => isWanted(person) && table.personStart[person] !== table.personStart[person + 1],
  );
}

/** The same bound from a solution of its own, which takes longer and is tight in every case that is solved exactly. */
function mostPlaced(counted: OptionTable, options: SolveOptions): number {
  return wholeBound(solve(counted, fromScratch(options)).optimality.bound);
}

/** A count is whole: what a bound has beyond a whole number cannot be reached. */
function wholeBound(bound: number): number {
  return Math.floor(bound + 1e-6);
}

/** The solution in the worths of the table without the bonus; its bound holds for all that place as many overdue people. */
function withoutBonus(table: OptionTable, solution: Solution, bonus: number): Solution {
  const { method, bound, gap, proof } = solution.optimality;
  const value = worthOfChoice(table, solution.chosen);
  const measured = optimalityOf(method, value, Math.max(value, bound - bonus));
  return { ...solution, optimality: gap === 0 ? { ...measured, bound: value, gap: 0, proof } : measured };
}

function changeBetween(
  { people, table }: CompiledAssignment,
  free: Solution,
  guarded: Solution,
): FloorChange | undefined {
  const idsWhere = (isWanted: (before: number, after: number) => boolean) =>
    people
      .filter((_, person) => isWanted(free.chosen[person] ?? none, guarded.chosen[person] ?? none))
      .map(({ id }) => id);
  const gained = idsWhere((before, after) => before === none && after !== none);
  const lost = idsWhere((before, after) => before !== none && after === none);
  const moved = idsWhere((before, after) => before !== none && after !== none && before !== after).length;
  if (gained.length + lost.length + moved === 0) return undefined;
  const cost = worthOfChoice(table, free.chosen) - worthOfChoice(table, guarded.chosen);
  return { gained, lost, moved, cost };
}
