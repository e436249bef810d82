import type { Vacancy } from "@jobbmatch/shared";
import type { MatchContext } from "../rules/rule.ts";
import { AllowedPeople, type JudgedPeople } from "./allowed-people.ts";
import { bestGains, type Unlocks, unlockOf } from "./unlock.ts";
import type { CompleteUnlockRequest } from "./unlock-request.ts";
import { distinctChanges, variantsOf } from "./variants.ts";

/** The answer to "who more could come if this place asked for less?". `matches` counts people. */
export interface VacancyUnlocks extends Unlocks {
  readonly vacancy: string;
  /** The day of the match, ISO date. */
  readonly date: string;
  /** How many people were looked at. */
  readonly total: number;
  /** How many of them no rule excludes already. */
  readonly allowed: number;
}

/**
 * Judges every way in which the vacancy could ask for less, and every two of them together, by all rules over all people:
 * each eased vacancy is answered as a set of people, and those who were allowed before are taken out.
 */
export function unlocksOfVacancy(
  people: JudgedPeople,
  vacancy: Vacancy,
  context: MatchContext,
  request: CompleteUnlockRequest,
): VacancyUnlocks {
  const allowed = new AllowedPeople(people, vacancy, context, request.unknown);
  const before = allowed.to(vacancy);
  const changes = people.columns.flatMap(({ rule }) => rule.relaxationsOf(vacancy, context));
  const variants = variantsOf(vacancy, distinctChanges(changes), request.efforts);
  const added = variants.map(({ record }) => allowed.to(record()).andNot(before));
  const { singles, pairs } = bestGains(variants, added, request);
  return {
    vacancy: vacancy.id,
    date: request.date,
    total: allowed.visible.count(),
    allowed: before.count(),
    singles: singles.map(unlockOf),
    pairs: pairs.map(unlockOf),
  };
}
