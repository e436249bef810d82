import { isDeepStrictEqual } from "node:util";
import type { Problem } from "@jobbmatch/shared";

/** What is stored under an id. */
export interface StoredHead<Body extends object = object> {
  readonly version: number;
  readonly position: number;
  readonly body: Body;
  /** Units that may see it; `null`: all. */
  readonly units: readonly string[] | null;
}

export type WriteDecision =
  | { readonly kind: "create" | "update" }
  | { readonly kind: "unchanged"; readonly position: number }
  | { readonly kind: "refuse"; readonly problem: Problem };

/**
 * Whether a record may take the place of what is stored: its version must be higher. The same record again is
 * accepted and changes nothing, so a sender that got no answer may send it again.
 */
export function decideWrite(
  record: { readonly id: string; readonly version: number },
  stored: StoredHead | undefined,
): WriteDecision {
  if (stored === undefined) return { kind: "create" };
  if (record.version > stored.version) return { kind: "update" };
  if (record.version === stored.version && isDeepStrictEqual(asStored(record), stored.body))
    return { kind: "unchanged", position: stored.position };
  return { kind: "refuse", problem: problemOf(record, stored) };
}

/** As it comes back from the database: without fields that are `undefined`. */
function asStored(record: object): unknown {
  return JSON.parse(JSON.stringify(record));
}

function problemOf({ id, version }: { id: string; version: number }, stored: StoredHead): Problem {
  if (version < stored.version)
    return { code: "staleVersion", id, field: "version", message: `version ${stored.version} is stored` };
  const message = `another record is stored with version ${version}`;
  return { code: "versionConflict", id, field: "version", message };
}
