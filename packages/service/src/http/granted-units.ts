import { JobbmatchError } from "@jobbmatch/shared";
import type { VisibleUnits } from "../storage/visible.ts";
import type { Asker } from "./asker.ts";

/**
 * The units that an asker may pass on to a key or a webhook: those that it asks for, or all of its own.
 *
 * @throws JobbmatchError `forbidden` when it asks for one that it may not see itself.
 */
export function grantedUnits({ units }: Asker, wanted: readonly string[] | undefined): VisibleUnits {
  if (wanted === undefined) return units;
  if (units === null || wanted.every((unit) => units.includes(unit))) return wanted;
  throw new JobbmatchError({
    code: "forbidden",
    field: "units",
    message: "a key can only pass on units that it may see itself",
  });
}
