import type { AssignmentOutcome } from "./assignment-proposal.ts";
import type { CompiledAssignment } from "./compile.ts";
import { none } from "./option-table.ts";
import { daysBetween } from "./utility.ts";

/** Counts what a choice achieves, in the terms that a unit reports. */
export function outcomeOf(
  { people, pairsOf, table }: CompiledAssignment,
  chosen: Int32Array,
  date: string,
): AssignmentOutcome {
  const pairs = [...chosen].flatMap((option) => (option === none ? [] : (pairsOf[option] ?? [])));
  const scores = pairs.map(({ score }) => score);
  const waits = people.flatMap(({ registeredSince }, person) => {
    const fits = table.personStart[person] !== table.personStart[person + 1];
    return fits && chosen[person] === none && registeredSince !== undefined
      ? [daysBetween(registeredSince, date)]
      : [];
  });
  return {
    people: chosen.filter((option) => option !== none).length,
    seatsFilled: pairs.length,
    ...(scores.length === 0 ? {} : { lowestScore: Math.min(...scores), meanScore: mean(scores) }),
    ...(waits.length === 0 ? {} : { longestWaitWithoutPlace: Math.max(...waits) }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
