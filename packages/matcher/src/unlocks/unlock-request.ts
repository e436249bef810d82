import * as z from "zod";
import { completeWith, matchRequest } from "../request.ts";
import { defaultEfforts, type EffortKind, type Efforts, effortKinds } from "../rules/effort.ts";

/** What can be set for one look at unlocks. Every field has a default. */
export const unlockRequest = matchRequest.pick({ date: true, units: true, unknown: true }).extend({
  /** The most single changes, 0 to 1,000. @default 10 */
  singles: z.int().min(0).max(1000).default(10),
  /** The most pairs of changes, 0 to 1,000. @default 5 */
  pairs: z.int().min(0).max(1000).default(5),
  /** Efforts that differ from `defaultEfforts`, more than 0 and at most 10,000 each. */
  efforts: z.partialRecord(z.enum(effortKinds), z.number().positive().max(10_000)).default({}),
});
export type UnlockRequest = z.input<typeof unlockRequest>;

/** A request with nothing left out. */
export interface CompleteUnlockRequest extends Omit<z.output<typeof unlockRequest>, "efforts"> {
  readonly efforts: Efforts;
}

/**
 * Fills in the defaults.
 *
 * @throws JobbmatchError `invalidRequest` with a problem for each field that is wrong.
 */
export function completeUnlockRequest(request: UnlockRequest = {}): CompleteUnlockRequest {
  const complete = completeWith(unlockRequest, request);
  const given: Partial<Record<EffortKind, number>> = complete.efforts;
  const efforts = Object.fromEntries(effortKinds.map((kind) => [kind, given[kind] ?? defaultEfforts[kind]]));
  return { ...complete, efforts: efforts as Efforts };
}
