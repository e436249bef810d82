import { type PlacementTypeId, placementTypes } from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";

/** To get a decision on a placement type that holds on any day. @param hasDecision whether there is one to extend. */
export function beEligible(placementType: PlacementTypeId, hasDecision: boolean): ProfileChange {
  const { sv, en } = placementTypes[placementType].name;
  return {
    id: `eligibility:${placementType}`,
    // No vacancy asks for two decisions.
    aspect: "eligibility",
    effort: "decision",
    times: 1,
    describe: () =>
      hasDecision
        ? { sv: `Ansök om längre beslut om ${sv}`, en: `Apply for a longer decision on eligibility (${en})` }
        : { sv: `Ansök om beslut om ${sv}`, en: `Apply for a decision on eligibility (${en})` },
    apply: (participant) => ({
      ...participant,
      eligibility: [
        ...(participant.eligibility ?? []).filter((decision) => decision.placementType !== placementType),
        { placementType },
      ],
    }),
  };
}
