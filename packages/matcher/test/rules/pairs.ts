import type { Participant, Vacancy } from "@jobbmatch/shared";
import fc from "fast-check";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import type { Evidence, MatchContext, Outcome, Rule } from "../../src/rules/rule.ts";
import { contextArbitrary, participantArbitrary, vacancyArbitrary } from "../arbitraries.ts";

/** One participant, one vacancy and the question that is asked of them. */
export interface Pair {
  readonly participant: Participant;
  readonly vacancy: Vacancy;
  readonly context: MatchContext;
}

export const pairArbitrary: fc.Arbitrary<Pair> = fc.record({
  participant: participantArbitrary,
  vacancy: vacancyArbitrary,
  context: contextArbitrary,
});

/** The built-in rule with the given id. */
export function ruleOf(id: string): Rule {
  const rule = builtInRules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`no rule ${id}`);
  return rule;
}

/** How one rule judges and explains one pair; `undefined` if the vacancy asks nothing of it. */
export function assess(
  rule: Rule,
  { participant, vacancy, context }: Pair,
): { readonly outcome: Outcome; readonly evidence: Evidence } | undefined {
  const column = rule.createColumn();
  column.prepare(participant)(0);
  const requirement = column.compile(vacancy, context);
  return requirement && { outcome: requirement.judge(0), evidence: requirement.explain(0) };
}

/** The outcome of a pair, where asking nothing is a pass. */
export function outcomeOf(rule: Rule, pair: Pair): Outcome {
  return assess(rule, pair)?.outcome ?? "pass";
}
