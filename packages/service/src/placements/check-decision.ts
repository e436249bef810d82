import { JobbmatchError, type Placement, type Problem, takeStep } from "@jobbmatch/shared";
import type { Transaction } from "../storage/database.ts";
import { listDecisions } from "../storage/queries/list-decisions.ts";
import { lockPair } from "../storage/queries/lock-pair.ts";
import { type PlacementDecision, placementsFrom, stepsOf } from "./placements-from.ts";

/** More decisions about one pair than anybody makes. */
const mostDecisions = 10_000;

/**
 * Checks that a decision can follow what was decided about the pair before. Holds the pair until the transaction ends, so
 * that of two decisions at once the second one sees the first.
 *
 * @throws JobbmatchError `invalidTransition`, or `invalidDate` for a day before the last step.
 */
export async function checkDecision(transaction: Transaction, decision: PlacementDecision): Promise<void> {
  const { participant, vacancy } = decision;
  await lockPair(transaction, { participant, vacancy });
  const earlier = await listDecisions(transaction, {
    participant,
    vacancy,
    units: null,
    limit: mostDecisions,
  });
  const last = placementsFrom(earlier).at(-1);
  const isFinal = last?.steps.some(({ kind }) => kind === "declined" || kind === "ended") === true;
  const empty: Placement = { participant, vacancy, unit: decision.unit, steps: [] };
  let placement = last === undefined || (isFinal && decision.state === "proposed") ? empty : last;
  for (const step of stepsOf(decision, placement)) {
    const taken = takeStep(placement, step);
    if (!taken.ok) throw errorOf(taken.problems.map(inDecision));
    placement = taken.value;
  }
}

/** What is the kind of a placement's step is the state of a decision. */
function inDecision(problem: Problem): Problem {
  return problem.field === "kind" ? { ...problem, field: "state" } : problem;
}

function errorOf([first, ...rest]: readonly Problem[]): JobbmatchError {
  return new JobbmatchError(
    first ?? { code: "invalidTransition", message: "that step is not possible" },
    ...rest,
  );
}
