import type { Participant, Vacancy } from "@jobbmatch/shared";
import {
  builtInRules,
  type MatchContext,
  type ProfileChange,
  type Rule,
  type VacancyChange,
} from "../../src/index.ts";

/** Every change that the rules know for a participant and some vacancies, by id. */
export function profileChanges(
  participant: Participant,
  vacancies: readonly Vacancy[],
  context: MatchContext,
  rules: readonly Rule[] = builtInRules,
): ReadonlyMap<string, ProfileChange> {
  const changes = rules.flatMap((rule) => {
    const column = rule.createColumn();
    column.prepare(participant)(0);
    return vacancies.flatMap((vacancy) => column.compile(vacancy, context)?.changes(0) ?? []);
  });
  return new Map(changes.map((change) => [change.id, change]));
}

/** Every way that the rules know to ease a vacancy, by id. */
export function vacancyChanges(vacancy: Vacancy, context: MatchContext): ReadonlyMap<string, VacancyChange> {
  const changes = builtInRules.flatMap((rule) => rule.relaxationsOf(vacancy, context));
  return new Map(changes.map((change) => [change.id, change]));
}

/** Applies changes in order; fails if one of them is not known. */
export function applyAll<Changed>(
  before: Changed,
  ids: readonly { readonly id: string }[],
  known: ReadonlyMap<string, { readonly apply: (record: Changed) => Changed }>,
): Changed {
  return ids.reduce((record, { id }) => {
    const change = known.get(id);
    if (change === undefined) throw new RangeError(`no change ${id}`);
    return change.apply(record);
  }, before);
}
