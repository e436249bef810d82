import type { PlanKind } from "../../request.ts";
import type { ListInNumbers } from "./packed-list.ts";

/**
 * How a list was found. `remembered`: by what was found when it was asked for before, and by those who have changed since.
 * Equal lists are found in each of these ways: which one is less work depends on what was asked and changed before.
 */
export type FoundBy = PlanKind | "remembered";

/** A vacancy's list in numbers, and how it was found. */
export interface FoundList extends ListInNumbers {
  readonly foundBy: FoundBy;
}
