import type { Rule, RuleDefinition } from "./rule.ts";
import { RuleColumn } from "./rule-column.ts";

/**
 * Makes a rule, built-in or a caller's own.
 *
 * @example
 * const nightOwl = defineRule({
 *   id: "nightWork",
 *   name: { sv: "Nattarbete", en: "Night work" },
 *   disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
 *   factOf: (participant) => participant.skills?.includes("nattarbete"),
 *   needOf: (vacancy) => (vacancy.title.includes("natt") ? true : undefined),
 *   judge: (_need, works) => (works === undefined ? "unknown" : works ? "pass" : "fail"),
 *   explain: () => ({ required: { sv: "nattarbete", en: "night work" }, found: { sv: "–", en: "–" }, source: "stated" }),
 * });
 */
export function defineRule<Fact, Need>(definition: RuleDefinition<Fact, Need>): Rule {
  const { id, name, border = false, disclosure, reads, relaxationsOf = () => [] } = definition;
  return {
    id,
    name,
    border,
    disclosure,
    reads,
    createColumn: () => new RuleColumn(definition),
    relaxationsOf,
  };
}
