import type { Vacancy } from "@jobbmatch/shared";
import type { UnknownPolicy } from "../request.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { MatchContext } from "../rules/rule.ts";
import type { RuleColumnEntry } from "../store/participant-store.ts";
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

/** All participants as the rules see them. */
export interface JudgedPeople {
  readonly columns: readonly RuleColumnEntry[];
  /** The slots in use; not changed. */
  readonly everyone: Bitset;
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
  const visible = visibleTo(people, vacancy, context);
  const allowedBy = (eased: Vacancy) => allowed(people.columns, visible, eased, context, request.unknown);
  const before = allowedBy(vacancy);
  const changes = people.columns.flatMap(({ rule }) => rule.relaxationsOf(vacancy, context));
  const variants = variantsOf(vacancy, distinctChanges(changes), request.efforts);
  const added = variants.map(({ record }) => allowedBy(record()).andNot(before));
  const { singles, pairs } = bestGains(variants, added, request);
  return {
    vacancy: vacancy.id,
    date: request.date,
    total: visible.count(),
    allowed: before.count(),
    singles: singles.map(unlockOf),
    pairs: pairs.map(unlockOf),
  };
}

/** The people within the borders of the vacancy as it is. */
function visibleTo({ columns, everyone }: JudgedPeople, vacancy: Vacancy, context: MatchContext): Bitset {
  const visible = everyone.clone();
  for (const { rule, column } of columns) {
    const requirement = rule.border ? column.compile(vacancy, context) : undefined;
    if (requirement !== undefined) visible.and(requirement.select().pass);
  }
  return visible;
}

function allowed(
  columns: readonly RuleColumnEntry[],
  visible: Bitset,
  vacancy: Vacancy,
  context: MatchContext,
  policy: UnknownPolicy,
): Bitset {
  const left = visible.clone();
  for (const { rule, column } of columns) {
    const answer = rule.border ? undefined : column.compile(vacancy, context)?.select();
    if (answer === undefined) continue;
    left.and(policy === "keep" ? answer.pass.clone().or(answer.unknown) : answer.pass);
  }
  return left;
}
