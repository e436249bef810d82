import type { Vacancy } from "@jobbmatch/shared";
import { applyRules } from "../retrieval/apply-rules.ts";
import type { Bitset } from "../rules/bitset.ts";
import { openQuestions, QuestionTally, type TalliedQuestion } from "../rules/question-tally.ts";
import type { AppliedRule, MatchContext } from "../rules/rule.ts";
import type { RuleColumnEntry } from "../store/participant-store.ts";

/** All participants as the rules see them. */
export interface AskedPeople {
  readonly columns: readonly RuleColumnEntry[];
  /** The slots in use; not changed. */
  readonly everyone: Bitset;
}

/** What to ask one person, over all vacancies that no rule excludes. `settles` and `open` count vacancies. */
export function questionsOfParticipant(
  columns: readonly RuleColumnEntry[],
  slot: number,
  vacancies: Iterable<Vacancy>,
  context: MatchContext,
  limit: number,
): TalliedQuestion[] {
  const tally = new QuestionTally();
  for (const vacancy of vacancies) {
    const applied = appliedTo(columns, vacancy, context);
    if (!isExcluded(applied, slot)) tally.add(openQuestions(unknownOf(applied, slot), slot));
  }
  return tally.best(limit);
}

/** What to ask about one vacancy, over all people whom no rule excludes. `settles` and `open` count people. */
export function questionsOfVacancy(
  { columns, everyone }: AskedPeople,
  vacancy: Vacancy,
  context: MatchContext,
  limit: number,
): TalliedQuestion[] {
  const applied = appliedTo(columns, vacancy, context);
  const tally = new QuestionTally();
  for (const slot of applyRules(everyone, applied, "keep").allowed)
    tally.add(openQuestions(unknownOf(applied, slot), slot));
  return tally.best(limit);
}

/** The rules that a vacancy makes use of. */
export function appliedTo(
  columns: readonly RuleColumnEntry[],
  vacancy: Vacancy,
  context: MatchContext,
): AppliedRule[] {
  return columns.flatMap(({ rule, column }) => {
    const requirement = column.compile(vacancy, context);
    return requirement === undefined ? [] : [{ rule, requirement }];
  });
}

function isExcluded(applied: readonly AppliedRule[], slot: number): boolean {
  return applied.some(({ rule, requirement }) => {
    const outcome = requirement.judge(slot);
    return outcome === "fail" || (rule.border && outcome !== "pass");
  });
}

function unknownOf(applied: readonly AppliedRule[], slot: number): AppliedRule[] {
  return applied.filter(({ requirement }) => requirement.judge(slot) === "unknown");
}
