import type { Problem } from "@jobbmatch/shared";
import type { AssignmentInput } from "./assignment-input.ts";
import type { AssignmentProposal } from "./assignment-proposal.ts";
import type { AssignmentRequest } from "./assignment-request.ts";
import type { PreviousAssignment } from "./propose-assignment.ts";

/** What the thread is started with. */
export interface AssignmentTask {
  readonly input: AssignmentInput;
  readonly request: AssignmentRequest | undefined;
  readonly previous: PreviousAssignment | undefined;
}

/** What the thread says when it is done. */
export type AssignmentReply =
  | { readonly kind: "proposal"; readonly proposal: AssignmentProposal }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };
