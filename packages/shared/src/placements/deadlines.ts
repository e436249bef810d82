import type { Participant } from "../schemas/participant.ts";
import type { PlacementTypeId } from "../vocabulary/placement-type-schema.ts";
import { daysBetween } from "./calendar.ts";

/** A decision that runs out soon: the person must be placed before, or lose the chance. */
export interface EligibilityDeadline {
  readonly participant: string;
  readonly unit: string;
  readonly placementType: PlacementTypeId;
  /** Last day on which a placement can start, ISO date. */
  readonly until: string;
  readonly daysLeft: number;
}

/**
 * The decisions that run out within a number of days and are not followed by another, the most urgent first.
 *
 * @param days how far ahead to look, 0 or more. Default 60.
 */
export function eligibilityDeadlines(
  participants: Iterable<Pick<Participant, "id" | "unit" | "eligibility">>,
  { date, days = 60 }: { readonly date: string; readonly days?: number },
): EligibilityDeadline[] {
  const deadlines: EligibilityDeadline[] = [];
  for (const { id: participant, unit, eligibility = [] } of participants) {
    for (const [placementType, until] of lastDays(eligibility)) {
      const daysLeft = daysBetween(date, until);
      if (daysLeft < 0 || daysLeft > days) continue;
      deadlines.push({ participant, unit, placementType, until, daysLeft });
    }
  }
  return deadlines.sort((a, b) => a.daysLeft - b.daysLeft || (a.participant < b.participant ? -1 : 1));
}

/** The last day of each type's decisions, without the types that have a decision without an end. */
function lastDays(eligibility: NonNullable<Participant["eligibility"]>): Map<PlacementTypeId, string> {
  const last = new Map<PlacementTypeId, string>();
  for (const { placementType, until = "9999-12-31" } of eligibility) {
    if (until > (last.get(placementType) ?? "")) last.set(placementType, until);
  }
  return new Map([...last].filter(([, until]) => until !== "9999-12-31"));
}
