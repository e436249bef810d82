import { type Placement, type PlacementStep, placementStep, placementTypeId } from "@jobbmatch/shared";
import type { StoredDecision } from "../storage/decision.ts";

/** The parts of a decision that tell how a placement went on. */
export type PlacementDecision = Pick<
  StoredDecision,
  "participant" | "vacancy" | "unit" | "state" | "reason" | "placementType" | "date"
>;

/**
 * Decisions, in the order in which they were made, as placements from the proposal to the outcome. A proposal after a
 * final step begins a new placement of the same pair.
 */
export function placementsFrom(decisions: Iterable<PlacementDecision>): Placement[] {
  const placements: Placement[] = [];
  const current = new Map<string, Placement>();
  for (const decision of decisions) {
    const key = JSON.stringify([decision.participant, decision.vacancy]);
    const known = decision.state === "proposed" ? undefined : current.get(key);
    const placement = known ?? begin(decision);
    placement.steps.push(...stepsOf(decision, placement));
    if (known !== undefined) continue;
    current.set(key, placement);
    placements.push(placement);
  }
  return placements;
}

function begin({ participant, vacancy, unit, placementType }: PlacementDecision): Placement {
  const type = placementTypeId.safeParse(placementType);
  return { participant, vacancy, unit, ...(type.success ? { placementType: type.data } : {}), steps: [] };
}

/** The steps that a decision stands for. `hired` is the beginning and the best end in one, if nothing went before. */
export function stepsOf(
  { state, reason, date }: Pick<PlacementDecision, "state" | "reason" | "date">,
  { steps }: Pick<Placement, "steps">,
): PlacementStep[] {
  if (state === "hired") {
    const isPlaced = steps.some(({ kind }) => kind === "placed");
    const ended = { kind: "ended", date, outcome: "ordinaryJob" } as const;
    return isPlaced ? [ended] : [{ kind: "placed", date }, ended];
  }
  const rest = state === "declined" ? { reason } : state === "ended" ? { outcome: reason } : {};
  return [placementStep.parse({ kind: state, date, ...rest })];
}
