import type { UnknownPolicy } from "../../request.ts";
import { QuestionTally, type TalliedQuestion } from "../../rules/question-tally.ts";
import type { RuleOutcomes } from "./rule-outcomes.ts";

/** How many vacancies one rule closes to the participant. */
export interface ClosedBy {
  readonly rule: string;
  readonly vacancies: number;
}

/** What the rules say of one participant and all vacancies that no border hides. */
export interface JudgedVacancies {
  readonly total: number;
  /** Slots of vacancies that no rule closes. */
  readonly open: readonly number[];
  /** Slots of vacancies that exactly one rule closes. */
  readonly missedOnce: readonly number[];
  readonly closedBy: readonly ClosedBy[];
  /** What the rules lack knowledge of where they leave a vacancy open. */
  readonly questions: readonly TalliedQuestion[];
}

/** Judges vacancies, by slot, for the participant in a slot. */
export function judgedVacancies(
  vacancies: Iterable<number>,
  outcomes: RuleOutcomes,
  policy: UnknownPolicy,
): JudgedVacancies {
  const [open, missedOnce]: [number[], number[]] = [[], []];
  const closed = new Map<number, number>();
  const tally = new QuestionTally();
  let total = 0;
  for (const vacancy of vacancies) {
    const outcome = outcomeOf(outcomes, vacancy, policy);
    if (outcome === "hidden") continue;
    total += 1;
    const { blocking, unknown } = outcome;
    for (const rule of blocking) closed.set(rule, (closed.get(rule) ?? 0) + 1);
    if (blocking.length === 1) missedOnce.push(vacancy);
    if (blocking.length > 0) continue;
    open.push(vacancy);
    if (unknown.length > 0) tally.add(unknown.flatMap((rule) => outcomes.questionsOf(vacancy, rule)));
  }
  return { total, open, missedOnce, closedBy: sorted(closed, outcomes), questions: tally.best() };
}

/** Rules by their positions. */
interface VacancyOutcome {
  /** The rules that close the vacancy. */
  readonly blocking: readonly number[];
  /** The rules that lack knowledge. */
  readonly unknown: readonly number[];
}

function outcomeOf(
  outcomes: RuleOutcomes,
  vacancy: number,
  policy: UnknownPolicy,
): VacancyOutcome | "hidden" {
  const [blocking, unknown]: [number[], number[]] = [[], []];
  for (const [rule, { border }] of outcomes.rules.entries()) {
    const outcome = outcomes.outcomeOf(vacancy, rule);
    if (outcome === "pass") continue;
    if (border) return "hidden";
    if (outcome === "unknown") unknown.push(rule);
    if (outcome === "fail" || policy === "exclude") blocking.push(rule);
  }
  return { blocking, unknown };
}

function sorted(closed: ReadonlyMap<number, number>, { rules }: RuleOutcomes): ClosedBy[] {
  return [...closed]
    .map(([rule, vacancies]) => ({ rule: rules[rule]?.id ?? "", vacancies }))
    .sort((a, b) => b.vacancies - a.vacancies);
}
