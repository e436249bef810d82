import type { NewAuditEntry } from "../storage/audit.ts";
import type { Queryable } from "../storage/database.ts";
import { appendAudit } from "../storage/queries/append-audit.ts";
import type { RequestContext } from "./route.ts";
import type { HttpServices } from "./services.ts";

/** What the audit log calls the ways of looking at people. */
type LookUpAction =
  | "participant.read"
  | "participant.extracted"
  | "participants.listed"
  | "candidates.read"
  | "vacancies.read"
  | "match.read"
  | "explanation.read.caseWorker"
  | "explanation.read.employer"
  | "explanation.read.participant"
  | "shortlist.read"
  | "shortlist.history.read"
  | "decisions.read"
  | "review.read"
  | "unlocks.read"
  | "questions.read"
  | "ladder.read"
  | "assignment.proposed"
  | "placements.read"
  | "followUps.read"
  | "deadlines.read";

export interface LookUpEntry {
  readonly action: LookUpAction;
  readonly context: RequestContext;
  readonly services: HttpServices;
  readonly vacancy?: string;
  readonly participants: readonly string[];
}

/** Records who looked at whom, before the answer is sent: a look that cannot be recorded is not answered. */
export async function recordLookUp({
  action,
  context,
  services,
  vacancy,
  participants,
}: LookUpEntry): Promise<void> {
  const { asker, reason } = context;
  await services.lookUps.record({ keyId: asker.keyId, action, vacancy, reason, participants });
}

/** Records something that was done, in the transaction that does it. */
export async function recordAction(
  client: Queryable,
  { asker, reason }: RequestContext,
  entry: Omit<NewAuditEntry, "keyId" | "reason">,
): Promise<void> {
  await appendAudit(client, [{ ...entry, keyId: asker.keyId, reason }]);
}
