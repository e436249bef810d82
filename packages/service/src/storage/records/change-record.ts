import { JobbmatchError } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import type { VisibleUnits } from "../visible.ts";
import type { StoredHead } from "./decide-write.ts";
import type { RecordKind } from "./record-kind.ts";
import { type Versioned, WritePlan } from "./write-plan.ts";
import type { WrittenRecord } from "./write-result.ts";

export interface ChangeRequest<Body extends object> {
  readonly id: string;
  readonly units: VisibleUnits;
  /**
   * What to store in the place of what is stored (`undefined`: nothing that may be seen). Nobody else can write until
   * the transaction ends. What it throws refuses this change alone.
   */
  readonly change: (stored: StoredHead<Body> | undefined) => Body;
}

export type ChangeOutcome =
  | { readonly kind: "written"; readonly written: WrittenRecord }
  | { readonly kind: "refused"; readonly error: unknown };

/**
 * Stores one record that depends on what is stored.
 *
 * @throws JobbmatchError `staleVersion`, `versionConflict`, `unknownParticipant` or `unknownVacancy` (the id belongs to
 * another unit), and what `change` throws.
 * @example
 * await database.transaction((transaction) =>
 *   changeRecord(transaction, participantKind, { id, units, change: (stored) => merge(stored?.body, patch) }),
 * );
 */
export async function changeRecord<Body extends Versioned>(
  transaction: Transaction,
  kind: RecordKind<Body>,
  request: ChangeRequest<Body>,
): Promise<WrittenRecord> {
  const [outcome] = await changeRecords(transaction, kind, [request]);
  return writtenOrThrow(outcome);
}

/**
 * Stores records that depend on what is stored, each as if those before it had been stored already. One that is refused
 * does not stop the others.
 *
 * @returns one outcome for each request, in their order.
 */
export async function changeRecords<Body extends Versioned>(
  transaction: Transaction,
  kind: RecordKind<Body>,
  requests: readonly ChangeRequest<Body>[],
): Promise<readonly ChangeOutcome[]> {
  const ids = requests.map(({ id }) => id);
  const plan = await WritePlan.begin(transaction, kind, ids);
  const outcomes = requests.map((request) => addTo(plan, request));
  await plan.carryOut(transaction);
  return outcomes;
}

/** What was written, or the reason why nothing was. */
export function writtenOrThrow(outcome: ChangeOutcome | undefined): WrittenRecord {
  if (outcome?.kind === "written") return outcome.written;
  throw outcome?.error ?? new JobbmatchError({ code: "internalError", message: "nothing was written" });
}

function addTo<Body extends Versioned>(
  plan: WritePlan<Body>,
  { id, units, change }: ChangeRequest<Body>,
): ChangeOutcome {
  try {
    const result = plan.add(change(plan.visible(id, units)), units);
    return result.kind === "written"
      ? { kind: "written", written: result }
      : { kind: "refused", error: new JobbmatchError(result.problem) };
  } catch (error) {
    return { kind: "refused", error };
  }
}
