import { solveWithFloor } from "../fairness/floor.ts";
import type { AssignmentInput } from "./assignment-input.ts";
import type { AssignmentProposal } from "./assignment-proposal.ts";
import { type AssignmentRequest, completeAssignmentRequest } from "./assignment-request.ts";
import type { PricedChoice } from "./auction.ts";
import { type CompiledAssignment, compileAssignment, stabilityKey } from "./compile.ts";
import { Explainer } from "./explain.ts";
import { greedyTopOne, peopleOnTop } from "./greedy.ts";
import type { SolverLibrary } from "./linear-solver.ts";
import { outcomeOf } from "./outcome.ts";
import { solverFor } from "./solve.ts";
import { Usage } from "./usage.ts";

/** What an earlier proposal tells the next one. A whole `AssignmentProposal` will do. */
export type PreviousAssignment = Pick<AssignmentProposal, "prices"> & {
  readonly proposals: readonly { readonly participant: string; readonly vacancy: string }[];
};

export interface AssignmentOptions {
  /** The proposal before this one: its pairs have the stability bonus, and its prices save most of the work. */
  readonly previous?: PreviousAssignment;
  /** From `loadSolverLibrary`, for callers that assign often; otherwise each call loads its own, some 80 ms. */
  readonly library?: SolverLibrary;
  readonly signal?: AbortSignal;
}

/**
 * Proposes who could be placed where, so that the whole is worth most: one person in one place, or in two that fill one
 * week, no place with more people than it can take. Blocks while it computes: some seconds at 2,000 places and 10,000
 * people. A proposal only; a person decides.
 *
 * @throws JobbmatchError `invalidRequest`, or `duplicateId`, `unknownParticipant`, `unknownVacancy`, `invalidNumber`
 * when the pairs do not go together with the people and places.
 * @example
 * const { proposals } = await proposeAssignment({
 *   people: [{ id: "p1" }, { id: "p2" }],
 *   places: [{ id: "v1", employer: "School 1", seats: 1 }, { id: "v2", employer: "School 2", seats: 1 }],
 *   pairs: [
 *     { participant: "p1", vacancy: "v1", score: 0.9, wish: 0 },
 *     { participant: "p1", vacancy: "v2", score: 0.8, wish: 0 },
 *     { participant: "p2", vacancy: "v1", score: 0.7, wish: 0 },
 *   ],
 * });
 * proposals.map(({ participant, vacancy }) => `${participant} → ${vacancy}`); // ["p1 → v2", "p2 → v1"]
 */
export async function proposeAssignment(
  input: AssignmentInput,
  request?: AssignmentRequest,
  { previous, library, signal }: AssignmentOptions = {},
): Promise<AssignmentProposal> {
  const complete = completeAssignmentRequest(request);
  const earlier = new Set(previous?.proposals.map((pair) => stabilityKey(pair.participant, pair.vacancy)));
  const compiled = compileAssignment(input, complete, earlier);
  const { date } = complete;
  const start = previous === undefined ? undefined : startFrom(compiled, earlier, previous.prices);
  const solver = await solverFor(compiled.table, complete, { library, start, signal });
  const { table, solution, startPrices, report } = solveWithFloor(compiled, complete, solver);
  const explainer = new Explainer(compiled, table, solution);
  return {
    date,
    proposals: explainer.proposals((participant, vacancy) => earlier.has(stabilityKey(participant, vacancy))),
    unplaced: explainer.unplaced(),
    emptySeats: explainer.emptySeats(),
    optimality: solution.optimality,
    ...(report === undefined ? {} : { floor: report }),
    comparison: compare(compiled, solution.chosen, date),
    leftOut: { belowLeastScore: compiled.belowLeastScore, combinations: compiled.combinationsCut },
    prices: namedPrices(compiled, startPrices),
  };
}

function compare(
  compiled: CompiledAssignment,
  chosen: Int32Array,
  date: string,
): AssignmentProposal["comparison"] {
  const scoreOf = (option: number) => compiled.pairsOf[option]?.[0]?.score ?? 0;
  return {
    proposed: outcomeOf(compiled, chosen, date),
    greedy: outcomeOf(compiled, greedyTopOne(compiled.table, scoreOf), date),
    peopleOnTopOfLists: peopleOnTop(compiled.table, scoreOf),
  };
}

/** What is left of the previous proposal, as a start: the solver prices anew, and what no longer fits is dropped. */
function startFrom(
  { table, pairsOf, resourceNames }: CompiledAssignment,
  earlier: ReadonlySet<string>,
  prices: Readonly<Record<string, number>>,
): PricedChoice {
  const usage = new Usage(table);
  for (const [option, pairs] of pairsOf.entries()) {
    const isEarlier = pairs.every(({ participant, vacancy }) =>
      earlier.has(stabilityKey(participant, vacancy)),
    );
    // A combination comes after its parts and takes their place.
    if (isEarlier) usage.exchange(table.personOf[option] ?? 0, option);
  }
  const priceNamed = (name: string) => (Object.hasOwn(prices, name) ? Math.max(0, prices[name] ?? 0) : 0);
  return { chosen: usage.chosen, prices: Float64Array.from(resourceNames, priceNamed) };
}

/** The prices above 0, by the names of their resources. */
function namedPrices({ resourceNames }: CompiledAssignment, prices: Float64Array): Record<string, number> {
  return Object.fromEntries(
    resourceNames.flatMap((name, resource) => {
      const price = prices[resource] ?? 0;
      return price > 0 ? [[name, price] as const] : [];
    }),
  );
}
