import type { AssignmentProposal } from "./assignment-proposal.ts";
import type { CompleteNightRequest } from "./assignment-request.ts";
import type { NightInput } from "./matched-pairs.ts";
import { type AssignmentOptions, proposeAssignment } from "./propose-assignment.ts";

/** Assigns what was matched for the same request. */
export async function proposeNight(
  { beyondBest, ...input }: NightInput,
  request: CompleteNightRequest,
  options: AssignmentOptions,
): Promise<AssignmentProposal> {
  const { match: _, pairsPerPlace: _place, pairsPerPerson: _person, ...assignment } = request;
  const proposal = await proposeAssignment(input, assignment, options);
  return { ...proposal, leftOut: { ...proposal.leftOut, beyondBest } };
}
